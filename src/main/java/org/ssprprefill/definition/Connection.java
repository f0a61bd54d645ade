package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.graph.Cloud;
import org.ssprprefill.graph.GraphSettings;

/** Which tenant a job works on; the {@code tenant} section of a job definition. */
public sealed interface Connection {

	/**
	 * The tenant as the job definition names it.
	 * @return tenant id or verified domain; nothing for a simulated tenant, which names
	 * itself
	 */
	Optional<String> tenantId();

	/**
	 * Whether the tenant's cloud has an authentication method.
	 * @param kind the method
	 * @return {@code false} where it cannot be registered at all
	 */
	boolean offers(MethodKind kind);

	/**
	 * The cloud the tenant is in.
	 * @return the word of the job definition; a simulated tenant is in the global cloud
	 */
	String cloud();

	/**
	 * A tenant behind Microsoft Graph.
	 *
	 * @param settings how it is reached
	 */
	record Graph(GraphSettings settings) implements Connection {

		@Override
		public Optional<String> tenantId() {
			return Optional.of(this.settings.tenantId());
		}

		@Override
		public boolean offers(MethodKind kind) {
			return this.settings.cloud().offers(kind);
		}

		@Override
		public String cloud() {
			return this.settings.cloud().word();
		}

	}

	/**
	 * The built-in simulated tenant.
	 *
	 * @param description the file that describes its people
	 * @param pace the ceilings
	 */
	record Simulated(Path description, GraphSettings.Pace pace) implements Connection {

		@Override
		public Optional<String> tenantId() {
			return Optional.empty();
		}

		@Override
		public boolean offers(MethodKind kind) {
			return true;
		}

		@Override
		public String cloud() {
			return Cloud.GLOBAL.word();
		}

	}

}
