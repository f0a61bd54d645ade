package org.ssprprefill.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;

class ExclusionsTests {

	/**
	 * Of one entry: what it fits now, the group of that id, and what it fitted before.
	 */
	@ParameterizedTest
	@CsvSource(textBlock = """
			entry,           fits, group,   before,        protects,      stops
			kim@contoso.com, kim,  absent,  '',            kim,           false
			kim@contoso.com, '',   absent,  '',            '',            true
			kim@contoso.com, '',   absent,  kim,           kim,           false
			kim@contoso.com, new,  absent,  kim,           kim new,       false
			kim,             kim,  absent,  '',            kim,           false
			kim,             '',   absent,  kim,           kim,           false
			board,           '',   a b,     '',            a b board,     false
			board,           '',   a,       a b board,     a board,       false
			board,           '',   '',      a board,       board,         false
			board,           '',   absent,  a board,       a board,       false
			board,           '',   absent,  board,         board,         false
			board,           '',   absent,  '',            '',            true
			board,           '',   unread,  a board,       a board,       false
			""", useHeadersInDisplayName = true)
	void protectsWhatAnEntryFitsAndWhatItFittedBeforeItWasGone(String entry, String fits, String group, String before,
			String expected, boolean stops) {
		Exclusions exclusions = Exclusions.of(List.of(entry));
		Map<ObjectId, Answer<Set<ObjectId>>> groups = Map.of(new ObjectId("board"), answer(group));
		Map<String, Set<ObjectId>> fitting = byEntry(entry, fits);
		Map<String, Set<ObjectId>> accounts = exclusions.accounts(fitting, groups, byEntry(entry, before));
		assertThat(accounts).isEqualTo(byEntry(entry, expected));
		assertThat(exclusions.unfitting(fitting.keySet(), accounts.keySet(), groups).inVain().isEmpty())
			.isEqualTo(!stops);
	}

	private static Answer<Set<ObjectId>> answer(String group) {
		return switch (group) {
			case "absent" -> unreadable(Obstacle.Cause.NOT_OFFERED, 404);
			case "unread" -> unreadable(Obstacle.Cause.PERMISSION_MISSING, 403);
			default -> new Answer.Read<>(ids(group));
		};
	}

	private static Answer<Set<ObjectId>> unreadable(Obstacle.Cause cause, int status) {
		return new Answer.Unreadable<>(new Obstacle(Message.of("part.group-members"), cause, List.of(), status, ""));
	}

	private static Map<String, Set<ObjectId>> byEntry(String entry, String ids) {
		return ids.isEmpty() ? Map.of() : Map.of(entry, ids(ids));
	}

	private static Set<ObjectId> ids(String ids) {
		return Arrays.stream(ids.split(" "))
			.filter((id) -> !id.isEmpty())
			.map(ObjectId::new)
			.collect(Collectors.toUnmodifiableSet());
	}

}
