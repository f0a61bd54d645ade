package org.ssprprefill.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The delta of users ({@code user-delta.md}): all users on the first round, then those
 * that changed or went since the link was given. A link lives seven days, carries the
 * selected properties of the first round, and a user may be told of twice.
 */
final class UserDelta {

	/** Carried from page to page: what changes meanwhile is told the next time. */
	static final String SEEN = "$seen";

	private static final Duration LIFE = Duration.ofDays(7);

	private static final Pattern MARK = Pattern.compile("after:(\\d{1,8}):(\\d{1,12}):([\\w,]*)");

	private final SimulatedTenant stage;

	private final Page page;

	UserDelta(SimulatedTenant stage, Page page) {
		this.stage = stage;
		this.page = page;
	}

	Reply answer(Call call) {
		String token = call.query().getOrDefault("$deltatoken", "");
		if (call.query().containsKey("$top")) {
			return Refusal.of(501, "NotImplemented", "$top is not supported on delta queries.");
		}
		String seen = call.query().getOrDefault(SEEN, String.valueOf(directory().changes()));
		if (token.isEmpty()) {
			return ended(call, seen, this.page.of(call.with(SEEN, seen), directory().users(),
					(user) -> Shapes.user(user, call.selected())));
		}
		Matcher mark = MARK.matcher(Page.opened(token));
		if (!mark.matches() || isExpired(Long.parseLong(mark.group(2)))) {
			return Refusal.of(410, "syncStateNotFound", "The delta token is not known or has expired.");
		}
		Call selecting = call.with("$select", mark.group(3));
		return ended(selecting, seen, this.page.of(call.with(SEEN, seen),
				changes(Integer.parseInt(mark.group(1)), selecting), Supplier::get));
	}

	private boolean isExpired(long given) {
		return Instant.ofEpochSecond(given).plus(LIFE).isBefore(this.stage.clock().now());
	}

	/** Shaped only when their page is asked for. */
	private List<Supplier<Object>> changes(int after, Call call) {
		List<Supplier<Object>> changes = new ArrayList<>();
		directory().changedAfter(after).forEach((user) -> changes.add(() -> Shapes.user(user, call.selected())));
		directory().removedAfter(after)
			.forEach((id) -> changes.add(() -> Json.object("id", id, "@removed", Json.object("reason", "changed"))));
		// The service may repeat itself; a caller must bear it
		changes.stream().findFirst().ifPresent(changes::add);
		return changes;
	}

	private Directory directory() {
		return this.stage.directory();
	}

	private Reply ended(Call call, String seen, Reply reply) {
		reply.body().filter(UserDelta::isLast).ifPresent((body) -> endWith(body, call, seen));
		return reply;
	}

	private static boolean isLast(Object body) {
		return body instanceof Map<?, ?> map && map.containsKey("value") && !map.containsKey("@odata.nextLink");
	}

	@SuppressWarnings("unchecked")
	private void endWith(Object body, Call call, String seen) {
		String selected = Optional.ofNullable(call.query().get("$select")).orElse("");
		String mark = "after:" + seen + ":" + this.stage.clock().now().getEpochSecond() + ":" + selected;
		((Map<String, Object>) body).put("@odata.deltaLink", this.page.link(call, "$deltatoken", mark));
	}

}
