package org.ssprprefill.definition;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.plan.LimitSettings;
import org.ssprprefill.plan.MethodPolicy;

/**
 * Reads who is touched and how far: {@code match}, {@code scope}, {@code methods} and
 * {@code limits}.
 */
final class RulesReader {

	private static final int NO_BOUND = Integer.MAX_VALUE;

	private static final Pattern USER_PRINCIPAL_NAME = Pattern.compile("[^\\s\\p{Cc}@]+@[^\\s\\p{Cc}@]+");

	private static final Map<MethodKind, MethodPolicy> DEFAULTS = Map.of(MethodKind.MOBILE, MethodPolicy.MISSING,
			MethodKind.OFFICE, MethodPolicy.OFF, MethodKind.ALTERNATE_MOBILE, MethodPolicy.OFF, MethodKind.EMAIL,
			MethodPolicy.MISSING);

	private final Section match;

	private final Section scope;

	private final Section methods;

	private final Section limits;

	RulesReader(Section root) {
		this.match = root.section("match");
		this.scope = root.section("scope");
		this.methods = root.section("methods");
		this.limits = root.section("limits");
	}

	List<MatchingAttribute> matchBy() {
		List<MatchingAttribute> fallback = List.of(MatchingAttribute.EMPLOYEE_ID,
				MatchingAttribute.USER_PRINCIPAL_NAME);
		Optional<List<Value>> given = this.match.list("by");
		if (given.filter(List::isEmpty).isPresent()) {
			this.match.wrong("by", "names no attribute", "Give at least one, such as [employee-id].");
		}
		Set<MatchingAttribute> attributes = new LinkedHashSet<>();
		given.stream().flatMap(List::stream).forEach((value) -> addTo(attributes, value));
		return attributes.isEmpty() ? fallback : List.copyOf(attributes);
	}

	/** To how many digits employee ids are padded for comparison; 0 for not at all. */
	int employeeIdWidth() {
		return this.match.value("employee-id-width")
			.map((value) -> value.wholeNumber(1, 64, "Give the number of digits, such as 8.").orElse(0))
			.orElse(0);
	}

	private static void addTo(Set<MatchingAttribute> attributes, Value value) {
		value.word(MatchingAttribute.class, MatchingAttribute::word).ifPresent((attribute) -> {
			if (!attributes.add(attribute)) {
				value.wrong("is named twice", "Keep one of the two.");
			}
		});
	}

	ScopeSettings scope() {
		return new ScopeSettings(group(), exclude(), pilot());
	}

	private Optional<ObjectId> group() {
		return this.scope.value("group").flatMap(Value::groupId);
	}

	private List<String> exclude() {
		return this.scope.list("exclude")
			.stream()
			.flatMap(List::stream)
			.filter(RulesReader::isAccount)
			.map((value) -> value.text().strip())
			.toList();
	}

	/** A name or an id; whether there is such an account only the tenant knows. */
	private static boolean isAccount(Value value) {
		String text = value.text().strip();
		boolean account = text.contains("@") ? USER_PRINCIPAL_NAME.matcher(text).matches() : ObjectId.isValid(text);
		if (!account) {
			value.wrong("is neither a user principal name nor an object id",
					"Give a name such as breakglass@contoso.com, or the object id of a user or group.");
		}
		return account;
	}

	private OptionalInt pilot() {
		return this.scope.value("pilot")
			.map((value) -> value.wholeNumber(1, NO_BOUND, "Give a number of people such as 25."))
			.orElseGet(OptionalInt::empty);
	}

	Map<MethodKind, MethodPolicy> methods() {
		Map<MethodKind, MethodPolicy> policies = new EnumMap<>(DEFAULTS);
		for (MethodKind kind : MethodKind.values()) {
			this.methods.value(kind.word())
				.flatMap((value) -> value.word(MethodPolicy.class, MethodPolicy::word))
				.ifPresent((policy) -> policies.put(kind, policy));
		}
		return policies;
	}

	LimitSettings limits() {
		return new LimitSettings(this.limits.wholeNumber("changes", 500, 0, NO_BOUND),
				this.limits.wholeNumber("changes-percent", 20, 0, NO_BOUND),
				this.limits.wholeNumber("rejected-percent", 10, 0, 100),
				this.limits.wholeNumber("feed-shrink-percent", 20, 0, 100),
				this.limits.wholeNumber("same-number", 1, 1, NO_BOUND),
				this.limits.wholeNumber("same-email", 1, 1, NO_BOUND));
	}

}
