package org.ssprprefill.report;

import org.ssprprefill.message.Message;
import org.ssprprefill.message.StoredMessage;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes and reads {@code report.json}; the same report always gives the same text. */
public final class JsonReportWriter {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/** With their codes, so that they can be told in every language. */
	static final JacksonModule KEPT_MESSAGES = new SimpleModule().addSerializer(Message.class, new KeptMessage());

	private static final JsonMapper KEPT = MAPPER.rebuild()
		.disable(SerializationFeature.INDENT_OUTPUT)
		.addModule(KEPT_MESSAGES)
		.build();

	/**
	 * The text of {@code report.json}.
	 * @param report the report
	 * @return JSON that follows {@code report.schema.json}, indented, members in the
	 * order of the records, instants in UTC
	 */
	public String write(RunReport report) {
		return MAPPER.writeValueAsString(report);
	}

	/**
	 * The report as the ledger keeps it, to be written again in any language.
	 * @param report the report
	 * @return JSON that {@link #read} reads
	 */
	public String keep(RunReport report) {
		return KEPT.writeValueAsString(report);
	}

	/**
	 * The report behind a text, so that a run's report can be written again.
	 * @param json the text of a {@code report.json}, or what {@link #keep} wrote
	 * @return the report
	 * @throws IllegalArgumentException if the text follows another version of the schema
	 * @throws tools.jackson.core.JacksonException if it is no report
	 */
	public RunReport read(String json) {
		JsonNode tree = MAPPER.readTree(json);
		if (tree.path("schemaVersion").asInt(0) == 1 && tree instanceof ObjectNode old) {
			ReportUpgrade.fromVersion1(old);
		}
		int version = tree.path("schemaVersion").asInt(0);
		if (version != RunReport.SCHEMA_VERSION) {
			throw new IllegalArgumentException("The report follows version " + version + " of the schema; this program"
					+ " reads version " + RunReport.SCHEMA_VERSION + ". Use the program version that wrote it.");
		}
		return MAPPER.treeToValue(tree, RunReport.class);
	}

	/** Writes a message as the ledger keeps it. */
	private static final class KeptMessage extends StdSerializer<Message> {

		KeptMessage() {
			super(Message.class);
		}

		@Override
		public void serialize(Message message, JsonGenerator json, SerializationContext context) {
			json.writeString(StoredMessage.write(message));
		}

	}

}
