package org.ssprprefill.report;

import java.io.Writer;
import java.util.Iterator;

import org.ssprprefill.check.CheckedFile;
import org.ssprprefill.check.CheckedRow;
import org.ssprprefill.check.FeedVerdict;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.report.FeedSection.Disposition;
import org.ssprprefill.report.FeedSection.FeedFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answer of {@code check} as one JSON object, row by row. */
public final class CheckWriter {

	private static final JsonMapper JSON = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

	/**
	 * Writes a verdict.
	 * @param verdict what was found
	 * @param out where to; is flushed and stays open
	 */
	public void write(FeedVerdict verdict, Writer out) {
		try (JsonGenerator json = JSON.createGenerator(out)) {
			json.writeStartObject();
			json.writeName("files");
			json.writePOJO(verdict.files().stream().map(CheckWriter::file).toList());
			json.writeName("problems");
			json.writePOJO(verdict.problems());
			json.writeName("phonesByCode");
			json.writePOJO(FeedSection.accepted(verdict.phones()));
			json.writeName("rows");
			json.writeStartArray();
			for (Iterator<CheckedRow> rows = verdict.rows().iterator(); rows.hasNext();) {
				row(json, rows.next());
			}
			json.writeEndArray();
			json.writeEndObject();
		}
	}

	/**
	 * Nothing is moved; a file that a run would refuse is called refused all the same.
	 */
	private static FeedFile file(CheckedFile file) {
		Disposition disposition = file.refusedBecause().isPresent() ? Disposition.REFUSED : Disposition.LEFT;
		return new FeedFile(file.name(), file.sha256(), file.charset(), file.delimiter(), file.rows(),
				file.rows() - file.rejected(), file.rejected(), disposition, file.refusedBecause());
	}

	private static void row(JsonGenerator json, CheckedRow row) {
		json.writeStartObject();
		json.writeName("file");
		json.writeString(row.file());
		json.writeName("line");
		json.writeNumber(row.line());
		json.writeName("verdict");
		json.writeString(row.accepted() ? "accepted" : "rejected");
		json.writeName("problems");
		json.writeStartArray();
		for (HrRow.Problem problem : row.problems()) {
			json.writeStartObject();
			json.writeName("column");
			json.writeString(problem.column());
			json.writeName("problem");
			json.writeString(problem.problem().word());
			json.writeEndObject();
		}
		json.writeEndArray();
		json.writeEndObject();
	}

}
