package org.ssprprefill.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/**
 * Decrypts an OpenPGP message (RFC 9580). A message without integrity protection is
 * refused, and one that fails it at its end is broken. A signature inside is not
 * verified: no key to verify it with is configured.
 */
final class PgpMessage {

	private static final String ARMOUR = "-----BEGIN PGP MESSAGE-----";

	private static final String DAMAGED = "The file encrypted with OpenPGP is damaged or incomplete."
			+ " Export it and drop it again.";

	/** No system compresses what it has compressed already. */
	private static final int DEEPEST = 3;

	private final PgpKey key;

	PgpMessage(PgpKey key) {
		this.key = key;
	}

	/**
	 * Whether a file begins like a message: armoured, or a packet with an encrypted
	 * session key of the versions in use (RFC 9580, sections 4.2, 5.1 and 5.3).
	 */
	static boolean isOne(byte[] start) {
		if (new String(start, StandardCharsets.ISO_8859_1).strip().startsWith(ARMOUR)) {
			return true;
		}
		if (start.length < 4) {
			return false;
		}
		int tag = start[0] & 0xff;
		int version = switch (tag) {
			case 0xc1, 0xc3, 0x84, 0x8c -> start[2];
			case 0x85, 0x8d -> start[3];
			default -> 0;
		};
		boolean longer = (tag == 0xc1 || tag == 0xc3) && (start[1] & 0xff) >= 192;
		return (longer ? start[3] : version) > 0 && (longer ? start[3] : version) <= 6;
	}

	/** The content, on the way of being decrypted. */
	InputStream open(InputStream message) throws IOException {
		try {
			return decrypted(message);
		}
		catch (BrokenFileException ex) {
			throw ex;
		}
		catch (IOException | PGPException | RuntimeException ex) {
			// The library meets nonsense with exceptions of every kind
			throw new BrokenFileException(DAMAGED, ex);
		}
	}

	private InputStream decrypted(InputStream message) throws IOException, PGPException {
		PGPEncryptedDataList encrypted = encrypted(new BcPGPObjectFactory(PGPUtil.getDecoderStream(message)));
		for (Iterator<PGPEncryptedData> parts = encrypted.iterator(); parts.hasNext();) {
			if (parts.next() instanceof PGPPublicKeyEncryptedData part) {
				Optional<PGPPrivateKey> opener = this.key.privateKey(part.getKeyIdentifier().getKeyId());
				if (opener.isPresent()) {
					return open(part, opener.get());
				}
			}
		}
		throw new BrokenFileException("The file is not encrypted to the key in feed.pgp-key."
				+ " Give HR's system the public part of that key, and export again.");
	}

	private static PGPEncryptedDataList encrypted(BcPGPObjectFactory objects) throws IOException {
		for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
			if (object instanceof PGPEncryptedDataList list) {
				return list;
			}
			if (!(object instanceof PGPMarker)) {
				break;
			}
		}
		throw new BrokenFileException(DAMAGED);
	}

	private static InputStream open(PGPPublicKeyEncryptedData part, PGPPrivateKey opener)
			throws IOException, PGPException {
		if (!part.isIntegrityProtected() && !part.isAEAD()) {
			throw new BrokenFileException("The file is encrypted in an old way that lets anybody change it unseen."
					+ " Let HR's system encrypt with integrity protection, and export again.");
		}
		InputStream clear = part.getDataStream(new BcPublicKeyDataDecryptorFactory(opener));
		return new Proven(literal(new BcPGPObjectFactory(clear), 0), clear, part);
	}

	private static InputStream literal(BcPGPObjectFactory objects, int depth) throws IOException, PGPException {
		for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
			if (object instanceof PGPCompressedData compressed && depth < DEEPEST) {
				return literal(new BcPGPObjectFactory(compressed.getDataStream()), depth + 1);
			}
			if (object instanceof PGPLiteralData data) {
				return data.getInputStream();
			}
			if (!(object instanceof PGPOnePassSignatureList || object instanceof PGPSignatureList)) {
				break;
			}
		}
		throw new BrokenFileException(DAMAGED);
	}

	/** The content, which is believed only when its end proves that nobody changed it. */
	private static final class Proven extends FilterInputStream {

		private final InputStream around;

		private final PGPPublicKeyEncryptedData part;

		private boolean ended;

		Proven(InputStream content, InputStream around, PGPPublicKeyEncryptedData part) {
			super(content);
			this.around = around;
			this.part = part;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			try {
				int read = this.in.read(target, offset, length);
				if (read < 0 && !this.ended) {
					this.ended = true;
					this.around.transferTo(OutputStream.nullOutputStream());
					prove();
				}
				return read;
			}
			catch (BrokenFileException ex) {
				throw ex;
			}
			catch (IOException | RuntimeException ex) {
				throw new BrokenFileException(DAMAGED, ex);
			}
		}

		private void prove() throws IOException {
			try {
				if (this.part.isIntegrityProtected() && !this.part.isAEAD() && !this.part.verify()) {
					throw new BrokenFileException(DAMAGED);
				}
			}
			catch (PGPException ex) {
				throw new BrokenFileException(DAMAGED, ex);
			}
		}

	}

}
