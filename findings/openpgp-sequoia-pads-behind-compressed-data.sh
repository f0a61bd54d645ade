#!/usr/bin/env bash
# sq 0.27.0 (Debian bookworm, sequoia-openpgp 1.12.0) read by Bouncy Castle's bcpg-jdk18on 1.84, Java 17, seen on 2026-11-30
#
# What was run: a table of 30,000 lines encrypted by `sq encrypt` as it comes, read by the loop of Bouncy Castle's
#   examples, which then looks whether anything follows the compressed data.
# One would guess: the deflate stream fills its packet, so that the next packet, or the end, follows.
# Seen: sq's default, --compression pad, puts random bytes behind the deflate stream, inside the packet, to hide the
#   length. A reader that stops where the deflate stream ends stands in the middle of the packet: the content is whole,
#   and the look for what follows meets noise. Short messages fit into the inflater's buffer of 512 bytes, padding and
#   all, and show nothing. Read the packet itself to its end first. With --compression zip nothing is left.
# The first argument is another version of Bouncy Castle to try.
set -euo pipefail

version="${1:-1.84}"
expected='pad, 30000 lines: content whole, behind it noise; read to the end of the packet: the end
zip, 30000 lines: content whole, behind it the end; read to the end of the packet: the end
pad, 3 lines: content whole, behind it the end; read to the end of the packet: the end'

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
cannot() { echo "Cannot run: $1" >&2; exit 2; }
for tool in java mvn apt-get dpkg; do
  command -v "$tool" > /dev/null || cannot "$tool is not installed"
done
apt-get download -qq sq > apt.log 2>&1 && dpkg -x sq_0.27*.deb sq >> apt.log 2>&1 \
  || cannot "apt did not hand out sq 0.27: $(tail -1 apt.log)"
sq="$work/sq/usr/bin/sq"
"$sq" --version > /dev/null 2>&1 || cannot "sq does not start here"

cat > pom.xml << POM
<project>
 <modelVersion>4.0.0</modelVersion>
 <groupId>finding</groupId>
 <artifactId>finding</artifactId>
 <version>1</version>
 <dependencies>
  <dependency>
    <groupId>org.bouncycastle</groupId>
    <artifactId>bcpg-jdk18on</artifactId>
    <version>$version</version>
  </dependency>
 </dependencies>
</project>
POM
mvn -q -B -Dmaven.repo.local="$work/m2" -Dmdep.outputFile=classpath \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath > maven.log 2>&1 \
  || { grep -m 1 ERROR maven.log >&2 || true; cannot "Maven Central did not hand out version $version"; }

cat > Main.java << 'JAVA'
import java.io.*;
import java.nio.file.*;
import java.util.Arrays;

import org.bouncycastle.openpgp.*;
import org.bouncycastle.openpgp.bc.*;
import org.bouncycastle.openpgp.operator.bc.*;

public class Main {

	public static void main(String[] args) throws Exception {
		for (String message : Arrays.copyOfRange(args, 1, args.length)) {
			byte[] content = Files.readAllBytes(Path.of(message.replaceFirst("\\..*", ".csv")));
			System.out.println(message.replaceFirst(".*\\.", "") + ", " + new String(content).lines().count() + " lines: content "
					+ read(args[0], message, content, false) + "; read to the end of the packet: "
					+ read(args[0], message, content, true).replaceFirst(".*behind it ", ""));
		}
	}

	static String read(String keys, String message, byte[] content, boolean drained) throws Exception {
		var ring = new BcPGPSecretKeyRingCollection(PGPUtil.getDecoderStream(Files.newInputStream(Path.of(keys))));
		var list = (PGPEncryptedDataList) new BcPGPObjectFactory(
				PGPUtil.getDecoderStream(Files.newInputStream(Path.of(message)))).nextObject();
		var part = (PGPPublicKeyEncryptedData) list.get(0);
		var key = ring.getSecretKey(part.getKeyIdentifier().getKeyId())
			.extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(new char[0]));
		var outer = new BcPGPObjectFactory(part.getDataStream(new BcPublicKeyDataDecryptorFactory(key)));
		var compressed = (PGPCompressedData) outer.nextObject();
		var inner = new BcPGPObjectFactory(compressed.getDataStream());
		boolean whole = Arrays.equals(content, ((PGPLiteralData) inner.nextObject()).getInputStream().readAllBytes());
		inner.nextObject();
		if (drained) {
			compressed.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		String behind;
		try {
			behind = (outer.nextObject() == null) ? "the end" : "noise";
		}
		catch (IOException | RuntimeException ex) {
			behind = "noise";
		}
		return (whole ? "whole" : "cut") + ", behind it " + behind;
	}

}
JAVA

"$sq" key generate --userid hr --export key.asc > /dev/null 2>&1
"$sq" key extract-cert key.asc > cert.asc 2> /dev/null
for line in $(seq 30000); do echo "$line;+316$((10000000 + line))"; done > long.csv
head -3 long.csv > short.csv
"$sq" encrypt --recipient-cert cert.asc long.csv > long.pad
"$sq" encrypt --compression zip --recipient-cert cert.asc long.csv > long.zip
"$sq" encrypt --recipient-cert cert.asc short.csv > short.pad
seen="$(java -cp "$(cat classpath)" Main.java key.asc long.pad long.zip short.pad)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "Changed; seen on 2026-11-30:" >&2; echo "$expected" >&2; exit 1; }
