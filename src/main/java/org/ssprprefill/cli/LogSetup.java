package org.ssprprefill.cli;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import co.elastic.logging.logback.EcsEncoder;

/**
 * Messages for people are printed by the command line; the log is for what was not
 * expected. With {@code SSPR_PREFILL_LOG=json} both come as one JSON object a line
 * (Elastic Common Schema), for log collectors. Logback finds this class by itself, after
 * a file for tests; a file for users would cost more time than {@code --help}.
 */
@ConfiguratorRank(ConfiguratorRank.FALLBACK + 1)
public final class LogSetup extends ContextAwareBase implements Configurator {

	/** Creates it, as Logback wants to. */
	public LogSetup() {
	}

	@Override
	public ExecutionStatus configure(LoggerContext context) {
		ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
		stderr.setContext(context);
		stderr.setName("stderr");
		stderr.setTarget("System.err");
		stderr.setEncoder(encoder(context));
		stderr.start();
		Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		// Libraries print login errors, requests and rows unscrubbed: none of them is
		// heard, at any level
		root.setLevel(Level.OFF);
		root.addAppender(stderr);
		context.getLogger("org.ssprprefill").setLevel(Level.toLevel(LogFormat.level()));
		return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
	}

	private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
		if (LogFormat.isJson()) {
			EcsEncoder json = new EcsEncoder();
			json.setContext(context);
			json.setServiceName("sspr-prefill");
			json.start();
			return json;
		}
		PatternLayoutEncoder text = new PatternLayoutEncoder();
		text.setContext(context);
		text.setCharset(StandardCharsets.UTF_8);
		text.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0}: %msg%n");
		text.start();
		return text;
	}

}
