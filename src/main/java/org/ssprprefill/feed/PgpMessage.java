package org.ssprprefill.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

import org.bouncycastle.bcpg.AEADEncDataPacket;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.ssprprefill.message.Message;

/**
 * Decrypts an OpenPGP message (RFC 9580). A message without integrity protection is
 * refused, and one that fails it at its end is broken. A signature inside is not
 * verified: no key to verify it with is configured.
 */
final class PgpMessage {

	static final Message KIND = Message.of("part.pgp");

	static final Message DAMAGED = Message.of("refused.pgp.damaged").then("refused.drop-again");

	private static final Message SIGNED = Message.of("refused.pgp.signed").then("refused.pgp.signed.next");

	private static final Message NO_EXPORT = Message.of("refused.pgp.no-export").then("refused.again");

	private final Optional<PgpKey> key;

	PgpMessage(Optional<PgpKey> key) {
		this.key = key;
	}

	/**
	 * The content, on the way of being decrypted.
	 * @param file bytes of which the first are a packet
	 */
	InputStream open(InputStream file) throws IOException {
		return open(file, file);
	}

	/**
	 * The content of a message written as text.
	 * @param armour what the text says of itself
	 * @param file the file, from its first byte
	 */
	InputStream open(PgpArmour armour, InputStream file) throws IOException {
		if (armour.kind().equals("SIGNED MESSAGE")) {
			throw new BrokenFileException(SIGNED);
		}
		if (!armour.kind().equals("MESSAGE")) {
			throw new BrokenFileException(NO_EXPORT);
		}
		InputStream text = armour.text(file);
		try {
			return open(PgpArmour.packets(text), text);
		}
		catch (BrokenFileException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw new BrokenFileException(DAMAGED, ex);
		}
	}

	private InputStream open(InputStream packets, InputStream around) throws IOException {
		try {
			return decrypted(encrypted(new BcPGPObjectFactory(packets)), () -> end(packets, around));
		}
		catch (BrokenFileException ex) {
			throw ex;
		}
		catch (IOException | PGPException | RuntimeException ex) {
			// The library meets nonsense with exceptions of every kind
			throw new BrokenFileException(DAMAGED, ex);
		}
	}

	private static PGPEncryptedDataList encrypted(BcPGPObjectFactory objects) throws IOException {
		Object object = objects.nextObject();
		while (object instanceof PGPMarker) {
			object = objects.nextObject();
		}
		if (object instanceof PGPEncryptedDataList list) {
			return list;
		}
		// A signature alone has nothing behind it
		boolean export = object instanceof PGPKeyRing
				|| (object instanceof PGPSignatureList && objects.nextObject() == null);
		throw new BrokenFileException(export ? NO_EXPORT : (object == null) ? DAMAGED : SIGNED);
	}

	private InputStream decrypted(PGPEncryptedDataList encrypted, PgpContent.Ending ending)
			throws IOException, PGPException {
		boolean toAnyKey = false;
		for (PGPEncryptedData data : encrypted) {
			if (data instanceof PGPPublicKeyEncryptedData part) {
				toAnyKey = true;
				PgpKey keys = this.key.orElseThrow(() -> new BrokenFileException(
						Message.of("refused.pgp.no-key").then("refused.pgp.no-key.next")));
				Optional<PGPPrivateKey> opener = keys.opener(part);
				if (opener.isPresent()) {
					return content(part, opener.get(), chunk(encrypted), ending);
				}
			}
		}
		throw new BrokenFileException(
				(toAnyKey ? Message.of("refused.pgp.other-key") : Message.of("refused.pgp.passphrase"))
					.then("refused.pgp.other-key.next"));
	}

	/** How many bytes are authenticated at once (RFC 9580, section 5.13.2). */
	private static OptionalLong chunk(PGPEncryptedDataList encrypted) {
		if (encrypted.getEncryptedData() instanceof AEADEncDataPacket packet) {
			return OptionalLong.of(1L << (packet.getChunkSize() + 6));
		}
		return (encrypted.getEncryptedData() instanceof SymmetricEncIntegrityPacket packet && packet.getVersion() > 1)
				? OptionalLong.of(1L << (packet.getChunkSize() + 6)) : OptionalLong.empty();
	}

	private static InputStream content(PGPPublicKeyEncryptedData part, PGPPrivateKey opener, OptionalLong chunk,
			PgpContent.Ending ending) throws IOException, PGPException {
		if (!part.isIntegrityProtected() && !part.isAEAD()) {
			throw new BrokenFileException(Message.of("refused.pgp.old").then("refused.pgp.old.next"));
		}
		InputStream decrypted = part.getDataStream(new BcPublicKeyDataDecryptorFactory(opener));
		InputStream clear = chunk.isPresent() ? new WholeChunks(decrypted, chunk.getAsLong()) : decrypted;
		return PgpContent.in(clear, part, ending);
	}

	/** Nothing may follow a message but blank lines; armour proves itself at its end. */
	private static void end(InputStream packets, InputStream around) throws IOException {
		boolean more = packets != around && packets.read() >= 0;
		int rest = around.read();
		while (rest >= 0 && Character.isWhitespace(rest)) {
			rest = around.read();
		}
		if (more || rest >= 0) {
			throw BoundedStream.followed(KIND);
		}
	}

}
