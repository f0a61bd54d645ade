package org.ssprprefill.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Tab} of its own in a browser that all share. Where there is no
 * Chromium the tests are skipped and say so, but fail where {@code CI} is {@code true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Browser.class)
public @interface InChromium {

	/** Starts the browser and opens tabs; JUnit closes both with their stores. */
	final class Browser implements ExecutionCondition, ParameterResolver {

		private static final Namespace HERE = Namespace.create(InChromium.class);

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (Chromium.program().isPresent() || "true".equals(System.getenv("CI"))) {
				return ConditionEvaluationResult.enabled("");
			}
			String reason = "No Chromium on the path; on Debian: apt-get install chromium";
			if (context.getTestMethod().isEmpty()) {
				System.err.println("Skipped: " + context.getDisplayName() + ". " + reason);
			}
			return ConditionEvaluationResult.disabled(reason);
		}

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == Tab.class;
		}

		@Override
		public Tab resolveParameter(ParameterContext parameter, ExtensionContext context) {
			Chromium chromium = context.getRoot()
				.getStore(HERE)
				.computeIfAbsent(Chromium.class, (type) -> started(), Chromium.class);
			Tab tab = chromium.open();
			context.getStore(HERE).put(Tab.class, tab);
			return tab;
		}

		private static Chromium started() {
			try {
				return Chromium.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
