package org.ssprprefill.graph;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.UserChange;
import org.ssprprefill.tenant.UserReceiver;

/**
 * Reads only the users that changed (learn.microsoft.com, graph/api/user-delta and
 * graph/delta-query-overview): replays and removals included. A tenant that does not
 * offer this, or has forgotten the mark (410, {@code syncStateNotFound}; they live seven
 * days), is read in full.
 */
final class UserDelta {

	private static final String PATH = "/users/delta?$select=" + String.join(",", UserList.PROPERTIES);

	/** A mark is for these properties only. */
	private static final String PREFIX = Integer.toHexString(PATH.hashCode()) + " ";

	/**
	 * Every account has them. Where one is missing, the tenant tells less than the whole
	 * user, and what it tells must not replace what is known.
	 */
	private static final Set<String> ALWAYS = Set.of("userPrincipalName", "accountEnabled", "assignedLicenses",
			"assignedPlans");

	private final URI first;

	private final Pages pages;

	private final UserList allUsers;

	UserDelta(URI endpoint, Pages pages, UserList allUsers) {
		this.first = URI.create(endpoint + PATH);
		this.pages = pages;
		this.allUsers = allUsers;
	}

	Answer<Optional<String>> read(Optional<String> mark, UserReceiver receiver) {
		Optional<String> since = mark.filter((text) -> text.startsWith(PREFIX))
			.flatMap((text) -> this.pages.ours(text.substring(PREFIX.length())))
			.flatMap((link) -> new Round(receiver, true).from(link));
		return since.isPresent() ? new Answer.Read<>(since) : inFull(receiver);
	}

	private Answer<Optional<String>> inFull(UserReceiver receiver) {
		receiver.allUsers();
		Optional<String> mark = new Round(receiver, false).from(this.first);
		if (mark.isPresent()) {
			return new Answer.Read<>(mark);
		}
		receiver.allUsers();
		Answer<Long> read = this.allUsers
			.read((users) -> receiver.page(users.stream().<UserChange>map(UserChange.Present::new).toList()));
		return (read instanceof Answer.Unreadable<Long> no) ? new Answer.Unreadable<>(no.obstacle())
				: new Answer.Read<>(Optional.empty());
	}

	/** One reading from a link to the mark at its end. */
	private final class Round {

		private final UserReceiver receiver;

		private final boolean changesOnly;

		private boolean whole = true;

		private boolean found;

		Round(UserReceiver receiver, boolean changesOnly) {
			this.receiver = receiver;
			this.changesOnly = changesOnly;
		}

		/** The new mark; nothing where the round must not be relied on. */
		Optional<String> from(URI link) {
			GraphResponse last = UserDelta.this.pages.toTheLast(UserList.USERS, () -> Pages.page(link), this::page);
			// A tenant without users does not exist: this is no answer to our question
			boolean told = Pages.isPage(last) && this.whole && (this.changesOnly || this.found);
			return Optional.of(last.body().path("@odata.deltaLink").asString(""))
				.filter((mark) -> told && UserDelta.this.pages.ours(mark).isPresent())
				.map((mark) -> PREFIX + mark);
		}

		private void page(JsonNode page) {
			List<UserChange> changes = new ArrayList<>(page.size());
			for (JsonNode item : page) {
				change(item).ifPresent(changes::add);
			}
			this.found |= !changes.isEmpty();
			if (this.whole && !changes.isEmpty()) {
				this.receiver.page(changes);
			}
		}

		private Optional<UserChange> change(JsonNode item) {
			if (item.has("@removed")) {
				return Ids.of(item.path("id")).map(UserChange.Gone::new);
			}
			this.whole &= !this.changesOnly || ALWAYS.stream().allMatch(item::has);
			return UserList.user(item).map(UserChange.Present::new);
		}

	}

}
