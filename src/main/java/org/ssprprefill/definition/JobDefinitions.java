package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.plan.MethodPolicy;

/** Reads job definitions. */
public final class JobDefinitions {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private JobDefinitions() {
	}

	/**
	 * Reads a job definition and everything it refers to.
	 * @param file the YAML file; relative paths in it are taken from its folder
	 * @param environment yields the value of an environment variable, or nothing if it is
	 * not set
	 * @return the job, or everything wrong with it
	 */
	public static Loaded load(Path file, Function<String, Optional<String>> environment) {
		return load(file, environment, Purpose.EVERYTHING);
	}

	/**
	 * Reads a job definition for work that needs neither tenant nor ledger. Variables and
	 * files that the sections {@code tenant}, {@code ledger} and {@code notify} refer to
	 * may be absent: such a secret, id or file is then empty or left out, and the
	 * definition must not be used to connect.
	 * @param file the YAML file; relative paths in it are taken from its folder
	 * @param environment yields the value of an environment variable, or nothing if it is
	 * not set
	 * @return the job, or everything wrong with it
	 */
	public static Loaded loadOffline(Path file, Function<String, Optional<String>> environment) {
		return load(file, environment, Purpose.FEED);
	}

	/**
	 * Reads a job definition, as far as it is needed.
	 * @param file the YAML file; relative paths in it are taken from its folder
	 * @param environment yields the value of an environment variable, or nothing if it is
	 * not set
	 * @param purpose what it is read for
	 * @return the job, or everything wrong with it
	 */
	public static Loaded load(Path file, Function<String, Optional<String>> environment, Purpose purpose) {
		Problems problems = new Problems(file);
		// A path without a folder part has no parent until it is absolute
		Path folder = file.toAbsolutePath().normalize().resolveSibling("");
		Document document = new Document(folder, problems, new Substitution(folder, environment), purpose);
		Optional<JobDefinition> definition = new YamlFile(file, problems).read()
			.map((node) -> definition(file, Section.root(document, node)));
		return definition.filter((job) -> problems.isEmpty())
			.<Loaded>map(Loaded.Valid::new)
			.orElseGet(() -> new Loaded.Invalid(problems.byLine()));
	}

	static JobDefinition definition(Path file, Section root) {
		RulesReader rules = new RulesReader(root);
		OutcomeReader outcome = new OutcomeReader(root);
		List<MatchingAttribute> matchBy = rules.matchBy();
		Map<MethodKind, MethodPolicy> methods = rules.methods();
		return new JobDefinition(name(file, root), file, new TenantReader(root).read(), feed(root, matchBy, methods),
				matchBy, rules.employeeIdWidth(), rules.scope(), methods, rules.limits(), outcome.sspr(),
				outcome.report(), outcome.ledger(), new NotifyReader(root).read());
	}

	private static FeedSettings feed(Section root, List<MatchingAttribute> matchBy,
			Map<MethodKind, MethodPolicy> methods) {
		FeedReader feed = new FeedReader(root);
		return feed.read(new ColumnsReader(feed.section()).read(matchBy, methods));
	}

	private static String name(Path file, Section root) {
		String name = root.has("name") ? root.value("name").map(Value::text).orElse("") : nameOf(file);
		boolean reported = root.document().problems().at("name");
		if (!reported && !NAME.matcher(name).matches()) {
			root.wrong("name",
					root.has("name") ? "is no name for a job" : "is missing, and the file's name is no name for a job",
					"Give at most 64 letters, digits, dots, underscores and hyphens, such as nightly.");
		}
		return name;
	}

	private static String nameOf(Path file) {
		Path last = file.getFileName();
		return (last != null) ? last.toString().replaceFirst("\\.[^.]*$", "") : "";
	}

}
