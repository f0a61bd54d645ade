package org.ssprprefill.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KubernetesCronJobIT {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { Nightly.CERTIFICATE, Nightly.SECRETS, Nightly.WORKLOAD_IDENTITY })
	void followsTheClustersSchema(String job) throws IOException {
		Map<String, Map<String, Object>> documents = documents(job);
		for (Map.Entry<String, Map<String, Object>> document : documents.entrySet()) {
			validate(document.getKey().replaceFirst(" .*", ""), document.getValue());
		}
		assertThat(documents.keySet()).contains("ConfigMap sspr-prefill-nightly", "CronJob sspr-prefill-nightly",
				"PersistentVolumeClaim sspr-prefill-nightly-home", "PersistentVolumeClaim sspr-prefill-nightly-drop");
	}

	@Test
	void seesAFieldThatTheSchemaDoesNotKnow() {
		Map<String, Object> cronJob = cronJob(Nightly.CERTIFICATE);
		path(cronJob, "spec").put("conurrencyPolicy", "Forbid");
		assertThatThrownBy(() -> validate("CronJob", cronJob)).hasMessageContaining("conurrencyPolicy");
	}

	@Test
	void startsTheJobEveryNightInItsTimeZoneAndNeverTwiceAtOnce() {
		Map<String, Object> spec = path(cronJob(Nightly.CERTIFICATE), "spec");
		assertThat(spec).containsEntry("schedule", "15 2 * * *")
			.containsEntry("timeZone", "Europe/Amsterdam")
			.containsEntry("concurrencyPolicy", "Forbid");
	}

	@Test
	void answersHrsFilesEveryFewMinutesAndSeesTheDropFolderOnly() {
		Map<String, Object> spec = path(documents(Nightly.SECRETS).get("CronJob sspr-prefill-nightly-check"), "spec");
		assertThat(spec).containsEntry("schedule", "*/5 * * * *").containsEntry("concurrencyPolicy", "Forbid");
		Map<String, Object> container = list(path(spec, "jobTemplate", "spec", "template", "spec"), "containers")
			.get(0);
		assertThat(container.get("args")).asList()
			.containsSequence("check", "--drop", "--job", this.folder.resolve("nightly.yaml").toString())
			.first(InstanceOfAssertFactories.STRING)
			.contains("4|7)");
		assertThat(list(container, "volumeMounts")).extracting((mount) -> mount.get("mountPath"))
			.contains("/srv/hr/drop", "/etc/sspr-prefill/ledger.key")
			.doesNotContain("/var/lib/sspr-prefill");
	}

	@Test
	void findsEveryPathOfTheJobInTheContainer() {
		List<Map<String, Object>> mounts = list(container(Nightly.SECRETS), "volumeMounts");
		assertThat(mounts).extracting((mount) -> mount.get("mountPath"))
			.containsExactlyInAnyOrder("/tmp", this.folder.resolve("nightly.yaml").toString(),
					"/etc/ssl/company-ca.pem", "/etc/sspr-prefill/ledger.key", "/var/lib/sspr-prefill", "/srv/hr/drop");
		assertThat(container(Nightly.SECRETS).get("args")).asList()
			.containsSequence("run", this.folder.resolve("nightly.yaml").toString(), "--home", "/var/lib/sspr-prefill");
	}

	@Test
	void namesSecretsAndHoldsNone() {
		Map<String, Map<String, Object>> documents = documents(Nightly.SECRETS);
		assertThat(documents.get("Secret sspr-prefill-nightly-environment").get("stringData"))
			.isEqualTo(Map.of("SSPR_SECRET", "<value of SSPR_SECRET>", "SSPR_TENANT", "<value of SSPR_TENANT>"));
		assertThat(documents.get("Secret sspr-prefill-nightly-files").get("stringData"))
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsOnlyKeys("ledger.key", "company-ca.pem");
		assertThat(documents(Nightly.WORKLOAD_IDENTITY).keySet()).noneMatch((name) -> name.startsWith("Secret"));
	}

	@Test
	void carriesTheJobDefinitionUnchanged() throws IOException {
		String odd = "# first\n\n" + Nightly.SECRETS + "# \"last\"\n";
		Map<String, Map<String, Object>> documents = documents(odd);
		assertThat(path(documents.get("ConfigMap sspr-prefill-nightly"), "data").get("nightly.yaml"))
			.isEqualTo(Files.readString(this.folder.resolve("nightly.yaml")));
	}

	@Test
	void signsInAsTheWorkload() {
		Map<String, Map<String, Object>> documents = documents(Nightly.WORKLOAD_IDENTITY);
		assertThat(path(documents.get("ServiceAccount sspr-prefill-nightly"), "metadata", "annotations"))
			.containsEntry("azure.workload.identity/client-id", "00000000-0000-4000-8000-00000000a001");
		Map<String, Object> template = path(cronJob(Nightly.WORKLOAD_IDENTITY), "spec", "jobTemplate", "spec",
				"template");
		assertThat(path(template, "metadata", "labels")).containsEntry("azure.workload.identity/use", "true");
		assertThat(path(template, "spec")).containsEntry("serviceAccountName", "sspr-prefill-nightly");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 1", "3, 0", "4, 0", "5, 5", "7, 7", "8, 0" })
	void failsOnlyWhereTheJobFailed(int exitCode, int answer) throws IOException, InterruptedException {
		assertThat(new ProcessBuilder("/bin/sh", "-c", KubernetesPod.wrapper(KubernetesCronJob.DONE_BY_RUN), "sh",
				"/bin/sh", "-c", "exit " + exitCode)
			.start()
			.waitFor()).isEqualTo(answer);
	}

	@Test
	void passesTheSignalToEndOnAndWaits() throws IOException, InterruptedException {
		Path done = this.folder.resolve("done");
		Process pod = new ProcessBuilder("/bin/sh", "-c", KubernetesPod.wrapper(KubernetesCronJob.DONE_BY_RUN), "sh",
				"/bin/sh", "-c",
				"trap 'echo finished > " + done + "; exit 143' TERM; echo ready; while :; do sleep 0.05; done")
			.start();
		assertThat(pod.inputReader().readLine()).isEqualTo("ready");
		pod.destroy();
		assertThat(pod.waitFor()).isEqualTo(143);
		assertThat(done).hasContent("finished");
	}

	private Map<String, Object> cronJob(String job) {
		return documents(job).get("CronJob sspr-prefill-nightly");
	}

	private Map<String, Object> container(String job) {
		return list(path(cronJob(job), "spec", "jobTemplate", "spec", "template", "spec"), "containers").get(0);
	}

	/** The documents by kind and name. */
	private Map<String, Map<String, Object>> documents(String job) {
		String text = Scheduler.KUBERNETES.entry(Nightly.at(this.folder, job, "02:15", "Europe/Amsterdam")).text();
		Map<String, Map<String, Object>> documents = new LinkedHashMap<>();
		StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false).forEach((document) -> {
			Map<String, Object> map = map(document);
			documents.put(map.get("kind") + " " + path(map, "metadata").get("name"), map);
		});
		return documents;
	}

	private static void validate(String kind, Map<String, Object> document) throws IOException {
		JsonElement json = new Gson().toJsonTree(document);
		switch (kind) {
			case "ConfigMap" -> V1ConfigMap.validateJsonElement(json);
			case "Secret" -> V1Secret.validateJsonElement(json);
			case "PersistentVolumeClaim" -> V1PersistentVolumeClaim.validateJsonElement(json);
			case "ServiceAccount" -> V1ServiceAccount.validateJsonElement(json);
			case "CronJob" -> V1CronJob.validateJsonElement(json);
			default -> throw new AssertionError("No schema for " + kind);
		}
	}

	private static Map<String, Object> path(Map<String, Object> from, String... keys) {
		Map<String, Object> found = from;
		for (String key : keys) {
			found = map(found.get(key));
		}
		return found;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Map<String, Object> from, String key) {
		return (List<Map<String, Object>>) from.get(key);
	}

}
