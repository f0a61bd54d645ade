package org.ssprprefill.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of Graph.
 *
 * @param permissions application permissions of which any one opens it
 */
record Route(String method, Pattern path, Family family, Set<String> permissions, Endpoint endpoint) {

	/** Which of Graph's backends answers, and so how it refuses. */
	enum Family {

		DIRECTORY, METHODS

	}

	/** Answers a call, given the path's variables. */
	interface Endpoint {

		Reply answer(Call call, List<String> variables);

	}

	/** A template such as {@code /users/{}/authentication/phoneMethods}. */
	static Route of(String method, String template, Family family, Set<String> permissions, Endpoint endpoint) {
		String pattern = Pattern.quote(template).replace("{}", "\\E([^/]+)\\Q");
		return new Route(method, Pattern.compile(pattern), family, permissions, endpoint);
	}

	static Route get(String template, Set<String> permissions, Endpoint endpoint) {
		return of("GET", template, Family.DIRECTORY, permissions, endpoint);
	}

	/** The path's variables, decoded, if the path is this route's. */
	Optional<List<String>> variables(String path) {
		Matcher matcher = this.path.matcher(path);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		List<String> variables = new ArrayList<>();
		for (int i = 1; i <= matcher.groupCount(); i++) {
			variables.add(URLDecoder.decode(matcher.group(i).replace("+", "%2B"), StandardCharsets.UTF_8));
		}
		return Optional.of(variables);
	}

}
