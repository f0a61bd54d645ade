package org.ssprprefill.schedule;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class WindowsTaskTests {

	@TempDir
	Path folder;

	@Test
	void followsTheTaskSchedulersSchema() throws Exception {
		Document task = task(this.folder);
		assertThat(task.getDocumentElement().getNamespaceURI())
			.isEqualTo("http://schemas.microsoft.com/windows/2004/02/mit/task");
		assertThat(children(task.getDocumentElement())).containsExactly("RegistrationInfo", "Triggers", "Principals",
				"Settings", "Actions");
		assertThat(text(task, "/Task/Actions/@Context")).isEqualTo(text(task, "/Task/Principals/Principal/@id"));
	}

	@Test
	void startsTheJobEveryNight() throws Exception {
		Document task = task(this.folder);
		assertThat(text(task, "//CalendarTrigger/StartBoundary")).isEqualTo("2026-01-01T02:15:00");
		assertThat(text(task, "//ScheduleByDay/DaysInterval")).isEqualTo("1");
		assertThat(text(task, "//Exec/Command")).isEqualTo("/usr/bin/java");
		assertThat(text(task, "//Principal/UserId")).isEqualTo("sspr-prefill");
		assertThat(text(task, "//Principal/RunLevel")).isEqualTo("LeastPrivilege");
		assertThat(text(task, "//Settings/MultipleInstancesPolicy")).isEqualTo("IgnoreNew");
		assertThat(text(task, "//Settings/StartWhenAvailable")).isEqualTo("true");
	}

	@Test
	void survivesNamesThatXmlAndWindowsReadOtherwise() throws Exception {
		Path odd = this.folder.resolve("R&D <hr>");
		assertThat(text(task(odd), "//Exec/Arguments")).isEqualTo("-jar /opt/sspr-prefill/sspr-prefill.jar run \""
				+ odd.resolve("nightly.yaml") + "\" --home /var/lib/sspr-prefill --quiet");
		assertThat(Quoted.windows("C:\\Program Files\\hr\\")).isEqualTo("\"C:\\Program Files\\hr\\\\\"");
	}

	@Test
	void saysWhichVariablesTheAccountNeeds() {
		assertThat(Scheduler.WINDOWS.entry(Nightly.at(this.folder, Nightly.SECRETS, "02:15", "UTC")).hints())
			.anySatisfy((hint) -> assertThat(hint).contains("SSPR_SECRET, SSPR_TENANT"));
	}

	@Test
	void answersHrsFilesEveryFewMinutes() {
		assertThat(Scheduler.WINDOWS.entry(Nightly.at(this.folder, Nightly.SECRETS, "02:15", "UTC")).hints())
			.anySatisfy((hint) -> assertThat(hint).contains(
					"schtasks /Create /TN sspr-prefill-nightly-check /SC MINUTE" + " /MO 5 /TR \"/usr/bin/java -jar ",
					" check --drop --job ", " --quiet\" /RU sspr-prefill"));
	}

	private static Document task(Path folder) throws Exception {
		String xml = Scheduler.WINDOWS.entry(Nightly.at(folder, Nightly.CERTIFICATE, "02:15", "UTC")).text();
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
	}

	/** The text at a path, whose names stand for names of the task's namespace. */
	private static String text(Document task, String path) throws Exception {
		XPath language = XPathFactory.newInstance().newXPath();
		return language.evaluate(path.replaceAll("(?<=/)([A-Z]\\w*)", "*[local-name()='$1']"), task);
	}

	private static List<String> children(Node node) {
		List<String> names = new ArrayList<>();
		for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child.getNodeType() == Node.ELEMENT_NODE) {
				names.add(child.getLocalName());
			}
		}
		return names;
	}

}
