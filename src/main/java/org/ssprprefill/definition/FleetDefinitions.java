package org.ssprprefill.definition;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.database.FleetServer;
import org.ssprprefill.database.LedgerSettings;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads fleet files, with their template and every tenant's entry. */
public final class FleetDefinitions {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	/** The schema of the fleet's own tables. */
	private final Path file;

	private final Path folder;

	private final Function<String, Optional<String>> environment;

	private final Problems problems;

	private final Purpose purpose;

	private final Set<Path> sources = new LinkedHashSet<>();

	private FleetDefinitions(Path file, Function<String, Optional<String>> environment, Purpose purpose) {
		this.file = file;
		this.folder = file.toAbsolutePath().normalize().resolveSibling("");
		this.environment = environment;
		this.problems = new Problems(file);
		this.purpose = purpose;
		this.sources.add(file);
	}

	/**
	 * Reads a fleet.
	 * @param file the YAML file; relative paths, also the template's, are taken from its
	 * folder
	 * @param environment yields the value of an environment variable, or nothing if it is
	 * not set
	 * @return the fleet and everything wrong with it
	 */
	public static FleetLoaded load(Path file, Function<String, Optional<String>> environment) {
		return load(file, environment, Purpose.EVERYTHING);
	}

	/**
	 * The same for work that needs less.
	 * @param file the YAML file
	 * @param environment yields the value of an environment variable
	 * @param purpose what the fleet is read for
	 * @return the fleet and everything wrong with it
	 */
	public static FleetLoaded load(Path file, Function<String, Optional<String>> environment, Purpose purpose) {
		return new FleetDefinitions(file, environment, purpose).load();
	}

	/**
	 * Whether a file is a fleet's, and no job definition.
	 * @param file a YAML file
	 * @return {@code false} also where it cannot be read
	 */
	public static boolean isFleet(Path file) {
		return new YamlFile(file, new Problems(file)).read()
			.filter((root) -> Nodes.at(root, "fleet").isPresent())
			.isPresent();
	}

	/**
	 * Whether a fleet file names a database, be it by a variable that is not set.
	 * @param file the fleet file
	 * @return {@code false} where the embedded one serves
	 */
	public static boolean namesDatabase(Path file) {
		return new YamlFile(file, new Problems(file)).read()
			.filter((root) -> Nodes.at(root, "database.url").isPresent())
			.isPresent();
	}

	private FleetLoaded load() {
		return new YamlFile(this.file, this.problems).read()
			.map((node) -> load(Section.root(document(this.problems), Keys.FLEET, node)))
			.orElseGet(() -> new FleetLoaded(this.file, Optional.empty(), this.problems.byLine(), List.of()));
	}

	private FleetLoaded load(Section root) {
		LedgerSettings database = database(root.section("database"));
		String name = name(root);
		Section night = root.section("night");
		LocalTime at = time(night, "at", LocalTime.of(1, 0));
		LocalTime until = time(night, "until", LocalTime.of(6, 0));
		int atATime = root.wholeNumber("at-a-time", 8, 1, 64);
		Path reports = root.section("report")
			.path("directory", this.folder)
			.orElseGet(() -> this.folder.resolve("reports/fleet"));
		List<FleetTenant> tenants = tenants(root);
		FleetDefinition fleet = new FleetDefinition(name, this.file, database, at, until, atATime, tenants, reports,
				new NotifyReader(root).read(), List.copyOf(this.sources));
		boolean usable = this.problems.isEmpty()
				&& tenants.stream().anyMatch((tenant) -> tenant.definition().isPresent());
		return new FleetLoaded(this.file, usable ? Optional.of(fleet) : Optional.empty(), this.problems.byLine(),
				tenants);
	}

	private Document document(Problems where) {
		return new Document(this.folder, where, new Substitution(this.folder, this.environment), this.purpose);
	}

	private String name(Section root) {
		root.require("fleet", "Give the fleet a name, such as contoso-group.");
		Optional<Value> name = root.value("fleet");
		name.filter((value) -> !NAME.matcher(value.text()).matches())
			.ifPresent((value) -> value.wrong("is no name for a fleet",
					"Give at most 64 letters, digits, dots, underscores and hyphens, such as contoso-group."));
		return name.map(Value::text).orElse("");
	}

	private LedgerSettings database(Section database) {
		return new LedgerSettings(database.value("url").filter(OutcomeReader::isDatabase).map(Value::text),
				database.value("user").map(Value::text), database.value("password").map(Value::text).map(Secret::of),
				Optional.empty(), FleetServer.SCHEMA, 4);
	}

	private static LocalTime time(Section night, String key, LocalTime fallback) {
		return night.value(key).flatMap((value) -> {
			try {
				return Optional.of(LocalTime.parse(value.text()));
			}
			catch (DateTimeException ex) {
				value.wrong("is not a time of day", "Give hours and minutes in quotes, such as \"01:00\".");
				return Optional.empty();
			}
		}).orElse(fallback);
	}

	private List<FleetTenant> tenants(Section root) {
		root.require("template", "Name the job definition that all tenants share, such as tenant.yaml.");
		root.require("tenants", "Give a list of tenants, or name their files: tenants/*.yaml.");
		Section app = root.section("app");
		List<TenantEntry> entries = new TenantEntries(root, this::document, this.folder).read();
		Optional<Path> file = root.path("template", this.folder);
		file.ifPresent(this.sources::add);
		entries.forEach((entry) -> this.sources.add(entry.file()));
		Optional<MappingNode> node = file.flatMap((path) -> {
			Problems template = new Problems(path);
			Optional<MappingNode> read = new YamlFile(path, template).read();
			template.byLine().forEach(this.problems::add);
			return read;
		});
		if (node.isEmpty()) {
			return List.of();
		}
		TenantTemplate template = new TenantTemplate(file.get(), node.get(), app, this::document, this.file);
		return new FleetFolders(file.get(), entries.stream().map(template::of).toList()).apart();
	}

}
