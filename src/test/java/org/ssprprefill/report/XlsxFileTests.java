package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

class XlsxFileTests {

	private static final List<String> HEADER = List.of("employee id", "name");

	@TempDir
	private Path folder;

	@Test
	void everyCellIsTextAsItStands() throws Exception {
		List<List<String>> rows = List.of(List.of("0001346", "=1+1"), List.of("3E5", "+31 6••••••78"),
				List.of("12345678901234567890", " Müller; \"Doe\", <Jane> & Co\nline two "), List.of("1/2", "-"));
		List<Element> cells = cells(written(rows, 100), 1);
		assertThat(cells).allSatisfy((cell) -> assertThat(cell.getAttribute("t")).isEqualTo("inlineStr"));
		assertThat(cells).extracting(Element::getTextContent)
			.containsExactlyElementsOf(IntStream.range(-1, 4)
				.mapToObj((row) -> (row < 0) ? HEADER : rows.get(row))
				.flatMap(List::stream)
				.toList());
	}

	@Test
	void anEmptyCellMovesNoOther() throws Exception {
		assertThat(cells(written(List.of(List.of("", "Jane")), 100), 1)).extracting((cell) -> cell.getAttribute("r"))
			.containsExactly("A1", "B1", "B2");
	}

	@Test
	void whatASheetCannotHoldGoesOnInTheNextUnderTheSameHeader() throws Exception {
		List<List<String>> rows = IntStream.range(0, 5).mapToObj((row) -> List.of("E" + row, "Doe")).toList();
		Path file = written(rows, 3);
		assertThat(cells(file, 1)).hasSize(6);
		assertThat(cells(file, 3)).extracting(Element::getTextContent)
			.containsExactly("employee id", "name", "E4", "Doe");
	}

	@Test
	void aTextLongerThanACellIsCutBetweenCharacters() throws Exception {
		String text = "x".repeat(32_766) + "\uD83D\uDCDE";
		assertThat(cells(written(List.of(List.of("E1", text)), 100), 1).get(3).getTextContent())
			.isEqualTo("x".repeat(32_766));
	}

	@Test
	void anUnfinishedWorkbookNeverAppears() throws IOException {
		try (XlsxFile file = new XlsxFile(OwnerOnlyFile.at(this.folder.resolve("some.xlsx")), HEADER)) {
			file.line(List.of("E1", "Jane"));
		}
		try (var files = Files.list(this.folder)) {
			assertThat(files).isEmpty();
		}
	}

	private Path written(List<List<String>> rows, int sheetRows) {
		Path place = this.folder.resolve("some.xlsx");
		try (XlsxFile file = new XlsxFile(OwnerOnlyFile.at(place), HEADER, sheetRows)) {
			rows.forEach(file::line);
			file.complete();
		}
		return place;
	}

	private static List<Element> cells(Path workbook, int sheet)
			throws IOException, ParserConfigurationException, SAXException {
		try (ZipFile zip = new ZipFile(workbook.toFile())) {
			Document document = DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + sheet + ".xml")));
			NodeList nodes = document.getElementsByTagName("c");
			List<Element> cells = new ArrayList<>();
			for (int i = 0; i < nodes.getLength(); i++) {
				cells.add((Element) nodes.item(i));
			}
			return cells;
		}
	}

}
