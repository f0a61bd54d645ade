package org.ssprprefill.ledger;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets only Flyway's warnings and errors through: a migration is no news. */
public final class FlywayWarnings implements LogCreator {

	/** Made by Flyway, by name. */
	public FlywayWarnings() {
	}

	@Override
	public Log createLogger(Class<?> source) {
		return new Warnings(LoggerFactory.getLogger(source));
	}

	/** A log that passes on warnings and errors alone. */
	private record Warnings(Logger logger) implements Log {

		@Override
		public boolean isDebugEnabled() {
			return false;
		}

		@Override
		public void debug(String message) {
			// Silenced on purpose
		}

		@Override
		public void info(String message) {
			// Silenced on purpose
		}

		@Override
		public void notice(String message) {
			// Silenced on purpose
		}

		@Override
		public void warn(String message) {
			this.logger.warn(message);
		}

		@Override
		public void error(String message) {
			this.logger.error(message);
		}

		@Override
		public void error(String message, Exception cause) {
			this.logger.error(message, cause);
		}

	}

}
