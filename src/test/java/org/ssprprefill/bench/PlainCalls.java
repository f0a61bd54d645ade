package org.ssprprefill.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.models.AuthenticationPhoneType;
import com.microsoft.graph.models.EmailAuthenticationMethod;
import com.microsoft.graph.models.PhoneAuthenticationMethod;
import com.microsoft.graph.serviceclient.GraphServiceClient;

import org.ssprprefill.simulator.SimulatedUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person would write who has no engine. */
final class PlainCalls {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private PlainCalls() {
	}

	/** One call after another through the SDK: two writes and two readings a person. */
	static void oneAfterAnother(TenantProcess tenant, int from, int people) {
		GraphServiceClient client = new GraphServiceClient(new BaseGraphRequestAdapter(
				(request, context) -> request.headers.tryAdd("Authorization", "Bearer " + tenant.token()),
				tenant.endpoint().toString(), GraphClientFactory.create().build()));
		for (int i = from; i < from + people; i++) {
			var methods = client.users().byUserId(SimulatedUser.idOf(TenantProcess.name(i))).authentication();
			PhoneAuthenticationMethod phone = new PhoneAuthenticationMethod();
			phone.setPhoneNumber(number(i));
			phone.setPhoneType(AuthenticationPhoneType.Mobile);
			methods.phoneMethods().post(phone);
			EmailAuthenticationMethod email = new EmailAuthenticationMethod();
			email.setEmailAddress("person" + i + "@example.org");
			methods.emailMethods().post(email);
			methods.phoneMethods().get();
			methods.emailMethods().get();
		}
	}

	/**
	 * A loop of JSON batches, eight at a time: ten people's writes, then their readings,
	 * which are compared.
	 */
	static void inBatches(TenantProcess tenant, int from, int people) throws Exception {
		HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<Future<?>> open = new ArrayList<>();
		for (int ten = from; ten < from + people; ten += 10) {
			int first = ten;
			open.add(threads.submit(() -> {
				batch(http, tenant, first, true);
				batch(http, tenant, first, false);
				return null;
			}));
		}
		for (Future<?> one : open) {
			one.get();
		}
		threads.shutdown();
	}

	private static void batch(HttpClient http, TenantProcess tenant, int first, boolean writes)
			throws IOException, InterruptedException {
		List<String> items = new ArrayList<>();
		for (int i = first; i < first + 10; i++) {
			String path = "/users/" + SimulatedUser.idOf(TenantProcess.name(i)) + "/authentication/";
			items.add(item(items.size(), path + "phoneMethods",
					writes ? "{\"phoneNumber\":\"" + number(i) + "\",\"phoneType\":\"mobile\"}" : ""));
			items.add(item(items.size(), path + "emailMethods",
					writes ? "{\"emailAddress\":\"person" + i + "@example.org\"}" : ""));
		}
		HttpRequest request = HttpRequest.newBuilder(URI.create(tenant.endpoint() + "/$batch"))
			.header("Authorization", "Bearer " + tenant.token())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"requests\":[" + String.join(",", items) + "]}"))
			.build();
		HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
		JsonNode responses = JSON.readTree(answer.body()).path("responses");
		if (answer.statusCode() != 200 || responses.size() != items.size()) {
			throw new IllegalStateException("Batch answered " + answer.statusCode());
		}
		responses.forEach((response) -> check(response, first, writes));
	}

	/** Whoever reads back compares; without that, nothing is known. */
	private static void check(JsonNode response, int first, boolean written) {
		int item = response.path("id").asInt() - 1;
		int person = first + item / 2;
		JsonNode method = written ? response.path("body") : response.path("body").path("value").path(0);
		boolean same = (item % 2 == 0)
				? method.path("phoneNumber").asString("").replace(" ", "").equals(number(person).replace(" ", ""))
				: method.path("emailAddress").asString("").equals("person" + person + "@example.org");
		if (!same) {
			throw new IllegalStateException("Item answered " + response.path("status"));
		}
	}

	private static String item(int number, String path, String body) {
		String more = body.isEmpty() ? "\"method\":\"GET\""
				: "\"method\":\"POST\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":" + body;
		return "{\"id\":\"" + (number + 1) + "\",\"url\":\"" + path + "\"," + more + "}";
	}

	static String number(int person) {
		return String.format("+31 61%07d", person);
	}

}
