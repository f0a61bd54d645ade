package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.database.Home;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.graph.Cloud;
import org.ssprprefill.graph.Credential;
import org.ssprprefill.graph.GraphSettings;
import org.ssprprefill.graph.GraphTenant;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.simulator.Memory;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescriptionException;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.vault.Vault;

/** An open connection to the tenant that a job definition names, real or simulated. */
final class TenantConnection implements AutoCloseable {

	/** The last sentence where there can be no connection. */
	static final String NOTHING_WRITTEN = " Nothing was written.";

	private static final String CONTEXT = "simulated-tenant";

	private final Tenant tenant;

	private final AutoCloseable behind;

	private TenantConnection(Tenant tenant, AutoCloseable behind) {
		this.tenant = tenant;
		this.behind = behind;
	}

	/** The key of the tenant in the ledger. */
	static String key(Connection connection) {
		if (connection instanceof Connection.Graph graph) {
			return graph.settings().tenantId().toLowerCase(Locale.ROOT);
		}
		return describe(((Connection.Simulated) connection).description()).organization().id();
	}

	static TenantConnection open(Connection connection, Ledger ledger, Home home) {
		return open(connection, (simulated) -> memory(simulated, ledger, home));
	}

	/** Without a ledger a simulated tenant remembers nothing; a real one is as it is. */
	static TenantConnection openWithoutLedger(Connection connection) {
		return open(connection, (simulated) -> Memory.none());
	}

	private static TenantConnection open(Connection connection, Function<Connection.Simulated, Memory> memory) {
		try {
			if (connection instanceof Connection.Graph graph) {
				return new TenantConnection(GraphTenant.connect(graph.settings()), () -> {
				});
			}
			Connection.Simulated simulated = (Connection.Simulated) connection;
			return simulated(simulated, memory.apply(simulated));
		}
		catch (TenantRefusedException | IllegalArgumentException ex) {
			throw new Refusal(ExitCode.REFUSED, ex.getMessage() + NOTHING_WRITTEN);
		}
	}

	private static Memory memory(Connection.Simulated connection, Ledger ledger, Home home) {
		Path file = home.simulated(HexFormat.of().toHexDigits(connection.description().toAbsolutePath().hashCode()));
		return new SealedMemory(file, ledger.vault());
	}

	private static TenantConnection simulated(Connection.Simulated connection, Memory memory) {
		Simulator simulator = Simulator.start(describe(connection.description()),
				SimulatorSettings.defaults().with(memory));
		GraphSettings settings = new GraphSettings(key(connection), Cloud.GLOBAL,
				new Credential.AccessToken(Secret.of(simulator.accessToken())), simulator.endpoint(), simulator.login(),
				Optional.empty(), Optional.empty(), connection.pace());
		return new TenantConnection(GraphTenant.connect(settings), simulator);
	}

	static TenantDescription describe(Path file) {
		try {
			return TenantDescription.load(file);
		}
		catch (TenantDescriptionException ex) {
			throw new Refusal(ExitCode.USAGE, String.valueOf(ex.getMessage()));
		}
	}

	Tenant tenant() {
		return this.tenant;
	}

	@Override
	public void close() {
		this.tenant.close();
		try {
			this.behind.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The simulated tenant did not stop", ex);
		}
	}

	/** What a simulated tenant remembers between two runs, sealed like the ledger. */
	private record SealedMemory(Path file, Vault vault) implements Memory {

		@Override
		public Optional<byte[]> recall() {
			if (!Files.exists(this.file)) {
				return Optional.empty();
			}
			try {
				return Optional.of(Base64.getDecoder().decode(this.vault.open(Files.readAllBytes(this.file), CONTEXT)));
			}
			catch (IOException ex) {
				throw new Refusal(ExitCode.FAILED, "Cannot read " + this.file + ". Delete it to begin anew.");
			}
		}

		@Override
		public void remember(byte[] state) {
			Path draft = this.file.resolveSibling(this.file.getFileName() + ".draft");
			try {
				Files.write(draft, this.vault.seal(Base64.getEncoder().encodeToString(state), CONTEXT));
				Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			catch (IOException ex) {
				throw new Refusal(ExitCode.FAILED, "Cannot write " + this.file + ". Check the home folder's rights.");
			}
		}

	}

}
