import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs class folders and jars into one jar whose classes lie where Java itself looks for them: {@code Flatten OUT
 * MANIFEST|- PICKED CLASSPATH...}, where a pattern picks from class paths. What several hold under one name is merged where it lists services, kept for each where it is a
 * licence, and stops the build where it is anything else and differs. The same input gives the same bytes.
 */
public final class Flatten {

	/** The Java that the program is compiled for: of classes in several versions the one for it is taken. */
	private static final int JAVA = 17;

	private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 25, 0, 0);

	private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.+)");

	private static final Pattern LICENCE = Pattern
		.compile("(?i)(META-INF/)?[^/]*(licen[cs]e|notice|copyright|about|authors)[^/]*(\\.(txt|md|html))?|META-INF/licenses?/.*");

	private static final Pattern DROPPED = Pattern.compile("META-INF/(MANIFEST\\.MF|DEPENDENCIES|INDEX\\.LIST|.+\\.(SF|RSA|DSA|EC|kotlin_module)|"
			+ "(maven|native-image|proguard|com\\.android\\.tools)/.*|.*configuration-metadata.*|spring-autoconfigure-metadata.properties)|"
			+ "OSGI-INF/.*|(.*/)?(module-info\\.class|\\.DS_Store|package\\.html)|.*/");

	private static final Pattern MERGED = Pattern.compile("META-INF/(services/.+|spring/.+|spring\\.(factories|handlers|schemas|tooling))");

	private final TreeMap<String, byte[]> entries = new TreeMap<>();

	/** For which Java a class is that lies there now. */
	private final Map<String, Integer> versions = new TreeMap<>();

	public static void main(String[] arguments) throws IOException {
		Flatten flat = new Flatten();
		Pattern picked = Pattern.compile(arguments[2]);
		for (String path : List.of(arguments).subList(3, arguments.length)) {
			for (String in : path.split(File.pathSeparator)) {
				if (picked.matcher(in).find()) {
					flat.take(Path.of(in));
				}
			}
		}
		flat.write(Path.of(arguments[0]), arguments[1]);
	}

	private void take(Path in) throws IOException {
		if (Files.isDirectory(in)) {
			try (Stream<Path> files = Files.walk(in)) {
				for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
					put("", in.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
				}
			}
			return;
		}
		try (ZipFile jar = new ZipFile(in.toFile())) {
			String name = in.getFileName().toString().replaceFirst("\\.jar$", "");
			for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements();) {
				ZipEntry entry = all.nextElement();
				try (InputStream content = jar.getInputStream(entry)) {
					put(name, entry.getName(), content.readAllBytes());
				}
			}
		}
	}

	private void put(String jar, String path, byte[] content) throws IOException {
		Matcher versioned = VERSIONED.matcher(path);
		int version = versioned.matches() ? Integer.parseInt(versioned.group(1)) : 0;
		String name = versioned.matches() ? versioned.group(2) : path;
		if (version > JAVA || DROPPED.matcher(name).matches()) {
			return;
		}
		if (!jar.isEmpty() && LICENCE.matcher(name).matches() && !name.endsWith(".class") && !name.startsWith("META-INF/licences/")) {
			name = "META-INF/licences/" + jar + "/" + name.replaceFirst("^META-INF/", "");
		}
		byte[] there = this.entries.get(name);
		int of = this.versions.getOrDefault(name, 0);
		if (there == null || version > of) {
			this.entries.put(name, content);
			this.versions.put(name, version);
		}
		else if (MERGED.matcher(name).matches()) {
			this.entries.put(name, (text(there) + "\n" + text(content)).getBytes(StandardCharsets.UTF_8));
		}
		else if (version == of && !Arrays.equals(there, content)) {
			throw new IOException("Two libraries hold a different " + name + ", the second is " + jar);
		}
	}

	private static String text(byte[] content) {
		return new String(content, StandardCharsets.UTF_8).stripTrailing();
	}

	private void write(Path out, String manifest) throws IOException {
		Files.createDirectories(out.toAbsolutePath().getParent());
		try (OutputStream file = Files.newOutputStream(out); ZipOutputStream jar = new ZipOutputStream(file)) {
			jar.setLevel(manifest.equals("-") ? 1 : 9);
			if (!manifest.equals("-")) {
				write(jar, "META-INF/MANIFEST.MF", Files.readAllBytes(Path.of(manifest)));
			}
			Set<String> folders = new HashSet<>();
			for (Map.Entry<String, byte[]> entry : this.entries.entrySet()) {
				String folder = entry.getKey().substring(0, entry.getKey().lastIndexOf('/') + 1);
				// Libraries find resources by their folder, and classes by their name
				if (!folder.isEmpty() && !entry.getKey().endsWith(".class") && folders.add(folder)) {
					write(jar, folder, new byte[0]);
				}
				write(jar, entry.getKey(), entry.getValue());
			}
		}
	}

	private static void write(ZipOutputStream jar, String name, byte[] content) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(TIME);
		// What is packed already would only be unpacked in vain
		if (name.endsWith(".txz")) {
			CRC32 sum = new CRC32();
			sum.update(content);
			entry.setMethod(ZipEntry.STORED);
			entry.setSize(content.length);
			entry.setCrc(sum.getValue());
		}
		jar.putNextEntry(entry);
		jar.write(content);
		jar.closeEntry();
	}

}
