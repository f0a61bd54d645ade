package org.ssprprefill.telemetry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.graph.TestAuthority;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.report.RunReports;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a real server that takes what a collector takes. */
class MetricsExportTests {

	private static final RunReport REPORT = RunReports.ordinary();

	private final List<Received> received = new ArrayList<>();

	private final Map<String, String> variables = new TreeMap<>();

	private HttpServer server;

	private int answer = 200;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::receive);
		this.server.start();
		this.variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port() + "/");
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private int port() {
		return this.server.getAddress().getPort();
	}

	private void receive(HttpExchange exchange) throws IOException {
		this.received
			.add(new Received(exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Content-Type"),
					Optional.ofNullable(exchange.getRequestHeaders().getFirst("api-key")).orElse(""),
					exchange.getRequestBody().readAllBytes()));
		exchange.sendResponseHeaders(this.answer, -1);
		exchange.close();
	}

	private List<String> send() {
		return MetricsExport.send((name) -> Optional.ofNullable(this.variables.get(name)), Optional.empty(),
				List.of(REPORT));
	}

	@Test
	void sendsTheFiguresOfARunOnce() throws Exception {
		this.variables.put("OTEL_EXPORTER_OTLP_HEADERS", "api-key=a%2Cb+c,other=1");
		this.variables.put("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=production,service.name=x");
		assertThat(send()).isEmpty();
		assertThat(this.received).singleElement().satisfies((request) -> {
			assertThat(request.path()).isEqualTo("/v1/metrics");
			assertThat(request.contentType()).isEqualTo("application/x-protobuf");
			assertThat(request.apiKey()).isEqualTo("a,b+c");
		});
		assertThat(resource()).containsEntry("service.name", "x")
			.containsEntry("deployment.environment.name", "production")
			.containsKey("service.version");
		assertThat(points()).containsEntry("sspr_prefill_run_exit_code{sspr_job=nightly}", 4.0)
			.containsEntry("sspr_prefill_outcomes{method=email, outcome=confirmed, sspr_job=nightly}", 37.0)
			.containsKey("sspr_prefill_coverage_ratio{from=today, sspr_job=nightly}");
	}

	@Test
	void sendsNothingUnlessACollectorIsNamed() {
		this.variables.clear();
		assertThat(send()).isEmpty();
		assertThat(this.received).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "OTEL_SDK_DISABLED, true", "OTEL_METRICS_EXPORTER, none" })
	void sendsNothingWhereItIsSwitchedOff(String variable, String value) {
		this.variables.put(variable, value);
		assertThat(send()).isEmpty();
		assertThat(this.received).isEmpty();
	}

	@Test
	void theAddressForMetricsOutranksTheCommonOneAndIsTakenAsItIs() {
		this.variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1");
		this.variables.put("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://127.0.0.1:" + port() + "/ours");
		this.variables.put("OTEL_SERVICE_NAME", "hr");
		assertThat(send()).isEmpty();
		assertThat(this.received).singleElement().extracting(Received::path).isEqualTo("/ours");
	}

	@Test
	void saysWhatCameInTheWayWithoutTheHeaders() {
		this.variables.put("OTEL_EXPORTER_OTLP_HEADERS", "api-key=hunter2");
		this.answer = 401;
		assertThat(send()).containsExactly("The metrics were not sent: http://127.0.0.1:" + port() + " answered 401.");
		this.server.stop(0);
		assertThat(send()).singleElement()
			.asString()
			.contains("nothing answers as a collector", "OTEL_EXPORTER_OTLP_ENDPOINT")
			.doesNotContain("hunter2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "soon", "99999999" })
	void waitsAsLongAsUsualWhereTheTimeoutIsNone(String timeout) {
		this.variables.put("OTEL_EXPORTER_OTLP_TIMEOUT", timeout);
		assertThat(send()).isEmpty();
		assertThat(this.received).hasSize(1);
	}

	@Test
	void saysNothingOfAPasswordInTheAddress() {
		this.variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://kim:hunter2@127.0.0.1:" + port());
		this.answer = 401;
		assertThat(send()).containsExactly("The metrics were not sent: http://127.0.0.1:" + port() + " answered 401.");
	}

	@ParameterizedTest
	@CsvSource({ "OTEL_EXPORTER_OTLP_HEADERS, api-key=hunter2%0A, OTEL_EXPORTER_OTLP_HEADERS",
			"OTEL_EXPORTER_OTLP_HEADERS, Host=hunter2, OTEL_EXPORTER_OTLP_HEADERS",
			"OTEL_EXPORTER_OTLP_HEADERS, api-key=hunter2%, OTEL_EXPORTER_OTLP_HEADERS",
			"OTEL_RESOURCE_ATTRIBUTES, site=hunter2%zz, OTEL_RESOURCE_ATTRIBUTES" })
	void namesTheVariableThatCannotBeUsedAndNotItsValue(String variable, String value, String named) {
		this.variables.put(variable, value);
		assertThat(send()).singleElement().asString().contains(named).doesNotContain("hunter2");
		assertThat(this.received).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "OTEL_EXPORTER_OTLP_PROTOCOL, grpc, grpc is not spoken here",
			"OTEL_EXPORTER_OTLP_ENDPOINT, collector:4318, is not an address",
			"OTEL_EXPORTER_OTLP_ENDPOINT, 'a b', is not an address" })
	void refusesWhatItCannotReach(String variable, String value, String words) {
		this.variables.put(variable, value);
		assertThat(send()).singleElement().asString().startsWith("The metrics were not sent: ").contains(words);
		assertThat(this.received).isEmpty();
	}

	@Test
	void trustsTheCompanysAuthority() throws IOException {
		HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		secure.setHttpsConfigurator(new HttpsConfigurator(TestAuthority.server()));
		secure.createContext("/", this::receive);
		secure.start();
		this.variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "https://localhost:" + secure.getAddress().getPort());
		assertThat(send()).hasSize(1);
		assertThat(MetricsExport.send((name) -> Optional.ofNullable(this.variables.get(name)),
				Optional.of(TestAuthority.file()), List.of(REPORT)))
			.isEmpty();
		assertThat(this.received).hasSize(1);
		secure.stop(0);
	}

	private ExportMetricsServiceRequest message() throws InvalidProtocolBufferException {
		return ExportMetricsServiceRequest.parseFrom(this.received.get(0).body());
	}

	private Map<String, String> resource() throws InvalidProtocolBufferException {
		return words(message().getResourceMetrics(0).getResource().getAttributesList());
	}

	private Map<String, Double> points() throws InvalidProtocolBufferException {
		Map<String, Double> points = new TreeMap<>();
		for (Metric metric : message().getResourceMetrics(0).getScopeMetrics(0).getMetricsList()) {
			for (NumberDataPoint point : metric.getGauge().getDataPointsList()) {
				points.put(metric.getName() + words(point.getAttributesList()), point.getAsDouble());
			}
		}
		return points;
	}

	private static Map<String, String> words(List<KeyValue> attributes) {
		Map<String, String> words = new TreeMap<>();
		attributes.forEach((attribute) -> words.put(attribute.getKey(), attribute.getValue().getStringValue()));
		return words;
	}

	private record Received(String path, String contentType, String apiKey, byte[] body) {
	}

}
