package org.ssprprefill.definition;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The job definition that all tenants of a fleet share. An entry's values take the place
 * of {@code ${tenant.NAME}}, and what it sets the place of the template's own keys.
 */
final class TenantTemplate {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{tenant\\.([^}]*)\\}");

	private static final String TENANT = "tenant";

	private final Path file;

	private final MappingNode root;

	private final Section app;

	private final Function<Problems, Document> documents;

	private final Path fleet;

	/**
	 * Makes a template.
	 * @param file its file
	 * @param root what stands in it
	 * @param app the fleet's app registration
	 * @param documents opens the job that is made for a tenant, with its problems
	 * @param fleet the fleet's file
	 */
	TenantTemplate(Path file, MappingNode root, Section app, Function<Problems, Document> documents, Path fleet) {
		this.file = file;
		this.root = root;
		this.app = app;
		this.documents = documents;
		this.fleet = fleet;
	}

	/** The job of a tenant, or everything wrong with it. */
	FleetTenant of(TenantEntry entry) {
		Problems problems = new Problems(this.file);
		ZoneId zone = entry.zone();
		Map<String, String> values = entry.values();
		Origins origins = new Origins();
		MappingNode job = (MappingNode) Nodes.rewritten(merged(entry, origins, problems),
				(scalar) -> filled(scalar, values));
		JobDefinition definition = JobDefinitions.definition(new TenantReference(this.fleet, entry.identity()).path(),
				Section.root(this.documents.apply(problems), job));
		List<DefinitionProblem> found = new ArrayList<>(entry.problems().byLine());
		problems.byLine().stream().map((problem) -> origins.placed(problem, entry.file())).forEach(found::add);
		return new FleetTenant(entry.identity(), entry.name(), zone,
				found.isEmpty() ? Optional.of(definition) : Optional.empty(), found);
	}

	private MappingNode merged(TenantEntry entry, Origins origins, Problems problems) {
		Nodes.at(this.root, "ledger")
			.ifPresent((ledger) -> problems.add("ledger", "", "stands in a template",
					"Remove it: every tenant has a "
							+ "ledger of its own in the fleet's database, and its key stands in its entry.",
					YamlFile.line(ledger)));
		MappingNode job = this.root;
		Optional<MappingNode> overrides = entry.overrides();
		if (overrides.isPresent()) {
			job = Nodes.merged(job, overrides.get());
			origins.come(overrides.get(), "");
		}
		job = signingIn(job, entry, origins);
		for (Default missing : List.of(new Default("tenant.id", "${tenant.id}"),
				new Default("feed.drop", "${tenant.drop}"),
				new Default("report.directory", "reports/" + Slug.of(entry.id())),
				new Default("name", Slug.of(entry.name())))) {
			job = missing.in(job);
		}
		if (entry.key().isPresent()) {
			origins.come("ledger.key");
			job = Nodes.merged(job, Nodes.single("ledger.key", entry.key().get(), job));
		}
		return job;
	}

	/** The entry's app registration, else the template's, else the fleet's. */
	private MappingNode signingIn(MappingNode job, TenantEntry entry, Origins origins) {
		if (Nodes.at(job, "tenant.simulated").isPresent()) {
			return job;
		}
		Section own = entry.app();
		if (isGiven(own)) {
			Keys.APP.forEach((key) -> origins.come(TENANT + "." + key));
			return with(own, Nodes.without(job, TENANT, Keys.APP));
		}
		boolean template = Keys.APP.stream().anyMatch((key) -> Nodes.at(job, TENANT + "." + key).isPresent());
		return template ? job : with(this.app, job);
	}

	private static boolean isGiven(Section app) {
		return Keys.APP.stream().anyMatch(app::has);
	}

	private static MappingNode with(Section app, MappingNode job) {
		MappingNode merged = job;
		for (String key : Keys.APP) {
			Optional<Node> node = app.node(key);
			if (node.isPresent()) {
				merged = Nodes.merged(merged, Nodes.single(TENANT + "." + key, node.get(), job));
			}
		}
		return merged;
	}

	/** What has no value stays as it is, and is refused where the key is read. */
	private static ScalarNode filled(ScalarNode scalar, Map<String, String> values) {
		Matcher reference = REFERENCE.matcher(scalar.getValue());
		StringBuilder text = new StringBuilder();
		boolean found = false;
		while (reference.find()) {
			found = true;
			String value = values.getOrDefault(reference.group(1), reference.group());
			reference.appendReplacement(text, Matcher.quoteReplacement(value));
		}
		return found ? Nodes.scalar(scalar, reference.appendTail(text).toString()) : scalar;
	}

	/** What the template may leave out, because every tenant needs one of its own. */
	private record Default(String path, String text) {

		MappingNode in(MappingNode job) {
			boolean simulated = this.path.equals("tenant.id") && Nodes.at(job, "tenant.simulated").isPresent();
			if (simulated || Nodes.at(job, this.path).isPresent()) {
				return job;
			}
			ScalarNode value = new ScalarNode(Tag.STR, true, this.text, job.getStartMark(), job.getEndMark(),
					ScalarStyle.PLAIN);
			return Nodes.merged(job, Nodes.single(this.path, value, job));
		}

	}

	/** Which keys of the job stand in the entry, and not in the template. */
	private static final class Origins {

		private final List<String> keys = new ArrayList<>();

		void come(String key) {
			this.keys.add(key);
		}

		void come(MappingNode overrides, String above) {
			for (NodeTuple tuple : overrides.getValue()) {
				String key = (tuple.getKeyNode() instanceof ScalarNode scalar) ? Keys.path(above, scalar.getValue())
						: above;
				if (tuple.getValueNode() instanceof MappingNode below) {
					come(below, key);
				}
				else {
					come(key);
				}
			}
		}

		DefinitionProblem placed(DefinitionProblem problem, Path entry) {
			return this.keys.contains(problem.key()) ? new DefinitionProblem(problem.key(), problem.value(),
					problem.problem(), problem.remedy(), problem.line(), entry) : problem;
		}

	}

}
