package org.ssprprefill.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.graph.Cloud;
import org.ssprprefill.graph.GraphSettings;
import org.ssprprefill.graph.HttpProxy;

/** Reads the {@code tenant} section, and {@code pace} with it. */
final class TenantReader {

	private static final String SIMULATED = "simulated";

	private static final Pattern TENANT_ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
			+ "|([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");

	private final Section tenant;

	private final Section pace;

	private final Document document;

	TenantReader(Section root) {
		this.document = root.document();
		root.require("tenant", "Add the section tenant with an id and a credential, or with simulated.");
		this.tenant = root.section("tenant");
		this.pace = root.section("pace");
	}

	Connection read() {
		GraphSettings.Pace ceilings = new GraphSettings.Pace(
				this.pace.wholeNumber("requests-per-second", 50, 1, 10_000),
				this.pace.wholeNumber("in-flight", 8, 1, 64));
		return this.tenant.has(SIMULATED) ? simulated(ceilings) : graph(ceilings);
	}

	private Connection simulated(GraphSettings.Pace ceilings) {
		for (String key : Keys.in("tenant")) {
			if (!key.equals(SIMULATED) && this.tenant.has(key)) {
				this.tenant.wrong(key, "cannot be combined with simulated", "Remove this key or tenant.simulated.");
			}
		}
		return new Connection.Simulated(file(SIMULATED).orElse(this.document.folder()), ceilings);
	}

	private Connection graph(GraphSettings.Pace ceilings) {
		Cloud cloud = this.tenant.value("cloud")
			.flatMap((value) -> value.word(Cloud.class, Cloud::word))
			.orElse(Cloud.GLOBAL);
		Addresses addresses = new Addresses(this.tenant);
		return new Connection.Graph(new GraphSettings(id(), cloud, new CredentialReader(this.tenant).read(),
				addresses.endpoint(cloud), addresses.login(cloud), file("trust"), proxy(addresses), ceilings));
	}

	private String id() {
		String remedy = "Give the tenant id from the Entra admin center, or a verified domain such as contoso.com.";
		if (this.tenant.isGiven()) {
			this.tenant.require("id", remedy);
		}
		Optional<Value> id = this.tenant.value("id");
		id.filter((value) -> !TENANT_ID.matcher(value.text()).matches())
			.ifPresent((value) -> value.wrong("is neither a tenant id nor a domain", remedy));
		return id.map(Value::text).orElse("");
	}

	private Optional<HttpProxy> proxy(Addresses addresses) {
		Optional<String> user = partOfProxy("proxy-user", "proxy-password");
		Optional<String> password = partOfProxy("proxy-password", "proxy-user");
		Optional<HttpProxy.Login> login = user
			.flatMap((name) -> password.map((secret) -> new HttpProxy.Login(name, Secret.of(secret))));
		return addresses.proxy().map((address) -> new HttpProxy(address, login));
	}

	private Optional<String> partOfProxy(String key, String other) {
		if (this.tenant.has(key) && !this.tenant.has("proxy")) {
			this.tenant.wrong(key, "belongs to a proxy that is not given", "Give tenant.proxy, or remove this key.");
		}
		if (this.tenant.has(key) && !this.tenant.has(other)) {
			this.tenant.wrong(key, "needs tenant." + other + " beside it", "Give both, or neither.");
		}
		return this.tenant.value(key).map(Value::text);
	}

	/** A file that must be there when the tenant is going to be used. */
	private Optional<Path> file(String key) {
		Optional<Path> file = this.tenant.path(key, this.document.folder());
		if (this.document.asksTenant()
				&& file.filter((path) -> !Files.isRegularFile(path) || !Files.isReadable(path)).isPresent()) {
			this.tenant.wrong(key, "is not a file that can be read", "Check the path and its permissions.");
		}
		return file;
	}

}
