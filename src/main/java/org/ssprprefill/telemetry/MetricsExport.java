package org.ssprprefill.telemetry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import org.jspecify.annotations.Nullable;
import org.ssprprefill.graph.Trust;
import org.ssprprefill.report.PrometheusWriter;
import org.ssprprefill.report.ProgramVersion;
import org.ssprprefill.report.RunReport;

/**
 * Sends the gauges of {@code metrics.prom} to an OpenTelemetry collector, once for each
 * run: it is too short to be looked at while it lasts. They count and time; none names a
 * person.
 */
public final class MetricsExport {

	private static final String NOT_SENT = "The metrics were not sent: ";

	private static final String SPOKEN = "http/protobuf";

	private final CollectorSettings settings;

	private final Optional<Path> trust;

	private final List<String> failures = new ArrayList<>();

	private MetricsExport(CollectorSettings settings, Optional<Path> trust) {
		this.settings = settings;
		this.trust = trust;
	}

	/**
	 * Sends the figures of runs, where a collector is named.
	 * @param variables the environment; those of OpenTelemetry are read
	 * @param trust a PEM file with certificate authorities besides those of the Java
	 * runtime
	 * @param reports the runs' reports
	 * @return a sentence for each that was not sent, without secrets
	 */
	public static List<String> send(Function<String, Optional<String>> variables, Optional<Path> trust,
			List<RunReport> reports) {
		try {
			Optional<CollectorSettings> settings = CollectorSettings.of(variables);
			if (settings.isEmpty() || reports.isEmpty()) {
				return List.of();
			}
			if (!settings.get().protocol().equals(SPOKEN)) {
				return List.of(NOT_SENT + settings.get().protocol()
						+ " is not spoken here. Set OTEL_EXPORTER_OTLP_PROTOCOL to " + SPOKEN + ".");
			}
			MetricsExport export = new MetricsExport(settings.get(), trust);
			reports.forEach(export::send);
			return List.copyOf(export.failures);
		}
		catch (IllegalArgumentException ex) {
			return List.of(NOT_SENT + ex.getMessage());
		}
	}

	private void send(RunReport report) {
		OtlpMeterRegistry registry = OtlpMeterRegistry.builder(config()).metricsSender(this::post).build();
		new PrometheusWriter().gauges(report).forEach((gauge) -> register(registry, gauge));
		// Publishes what it holds
		registry.close();
	}

	private static void register(OtlpMeterRegistry registry, PrometheusWriter.Gauge gauge) {
		List<Tag> labels = gauge.labels().entrySet().stream().map((it) -> Tag.of(it.getKey(), it.getValue())).toList();
		Gauge.builder(gauge.name(), gauge::value).description(gauge.help()).tags(Tags.of(labels)).register(registry);
	}

	private OtlpConfig config() {
		Map<String, String> resource = new LinkedHashMap<>(Map.of("service.version", ProgramVersion.current()));
		resource.putAll(this.settings.resource());
		return new OtlpConfig() {

			@Override
			public @Nullable String get(String key) {
				return null;
			}

			@Override
			public String url() {
				return MetricsExport.this.settings.url().toString();
			}

			@Override
			public Map<String, String> headers() {
				return MetricsExport.this.settings.headers();
			}

			@Override
			public Map<String, String> resourceAttributes() {
				return resource;
			}

			@Override
			public Duration step() {
				// Nothing is sent but at the end
				return Duration.ofDays(1);
			}

		};
	}

	private void post(OtlpMetricsSender.Request request) {
		HttpRequest.Builder post = HttpRequest.newBuilder(this.settings.url())
			.timeout(this.settings.patience())
			.header("Content-Type", "application/x-protobuf")
			.POST(HttpRequest.BodyPublishers.ofByteArray(request.getMetricsData()));
		try {
			request.getHeaders().forEach(post::header);
		}
		catch (IllegalArgumentException ex) {
			// Its message repeats the header
			this.failures.add(NOT_SENT + CollectorSettings.HEADERS + " holds a header that HTTP does not allow.");
			return;
		}
		send(post.build());
	}

	private void send(HttpRequest request) {
		try {
			int status = client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			if (status / 100 != 2) {
				this.failures.add(NOT_SENT + this.settings.server() + " answered " + status + ".");
			}
		}
		catch (IOException ex) {
			this.failures.add(NOT_SENT + "nothing answers as a collector at " + this.settings.server()
					+ ". Check OTEL_EXPORTER_OTLP_ENDPOINT.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.failures.add(NOT_SENT + "the program was stopped meanwhile.");
		}
	}

	private HttpClient client() {
		HttpClient.Builder client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(this.settings.patience())
			.followRedirects(HttpClient.Redirect.NEVER);
		this.trust.ifPresent((pem) -> client.sslContext(Trust.with(pem).context()));
		return client.build();
	}

}
