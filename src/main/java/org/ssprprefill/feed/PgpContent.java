package org.ssprprefill.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPadding;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/**
 * The content of a message, which is believed only when its end proves that nothing
 * changed it, and that nothing follows which is not read.
 */
final class PgpContent extends FilterInputStream {

	/** No system compresses what it has compressed already. */
	private static final int DEEPEST = 3;

	/** What may stand beside the content and says nothing about people. */
	private static final Set<Class<?>> SILENT = Set.of(PGPMarker.class, PGPPadding.class, PGPSignatureList.class,
			PGPOnePassSignatureList.class);

	private final Deque<Layer> layers;

	private final PGPPublicKeyEncryptedData part;

	private final Ending ending;

	private boolean ended;

	private PgpContent(Deque<Layer> layers, InputStream content, PGPPublicKeyEncryptedData part, Ending ending) {
		super(content);
		this.layers = layers;
		this.part = part;
		this.ending = ending;
	}

	/**
	 * Packets within a packet.
	 *
	 * @param packets what they say
	 * @param whole the packet's own bytes; Sequoia puts random ones behind what it has
	 * compressed, so that the length tells nothing, and no reader reads them
	 */
	private record Layer(BcPGPObjectFactory packets, InputStream whole) {
	}

	/** Sees to it that nothing follows the message. */
	interface Ending {

		void prove() throws IOException;

	}

	/**
	 * Finds the content.
	 * @param clear what is decrypted of the message
	 * @param part proves at its end that nothing changed it
	 * @param ending is asked at the end of the message
	 */
	static PgpContent in(InputStream clear, PGPPublicKeyEncryptedData part, Ending ending)
			throws IOException, PGPException {
		Deque<Layer> layers = new ArrayDeque<>();
		layers.push(new Layer(new BcPGPObjectFactory(clear), clear));
		while (layers.size() <= DEEPEST + 1) {
			Object packet = next(layers.element().packets());
			if (packet instanceof PGPLiteralData data) {
				return new PgpContent(layers, data.getInputStream(), part, ending);
			}
			if (!(packet instanceof PGPCompressedData compressed)) {
				break;
			}
			layers.push(new Layer(new BcPGPObjectFactory(compressed.getDataStream()), compressed.getInputStream()));
		}
		throw new BrokenFileException(PgpMessage.DAMAGED);
	}

	/** The next packet that says something, or null at the end. */
	private static Object next(BcPGPObjectFactory layer) throws IOException {
		Object packet = layer.nextObject();
		while (packet != null && SILENT.contains(packet.getClass())) {
			packet = layer.nextObject();
		}
		return packet;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try {
			int read = this.in.read(target, offset, length);
			if (read < 0 && !this.ended) {
				this.ended = true;
				prove();
			}
			return read;
		}
		catch (BrokenFileException ex) {
			throw ex;
		}
		catch (IOException | PGPException | RuntimeException ex) {
			throw new BrokenFileException(PgpMessage.DAMAGED, ex);
		}
	}

	/**
	 * Not asked of the library: Bouncy Castle 1.84 proves the last block when it is, and
	 * keeps a failure to itself.
	 */
	@Override
	public int available() {
		return 0;
	}

	private void prove() throws IOException, PGPException {
		for (Layer layer : this.layers) {
			if (next(layer.packets()) != null) {
				throw BoundedStream.followed(PgpMessage.KIND);
			}
			layer.whole().transferTo(OutputStream.nullOutputStream());
		}
		if (this.part.isIntegrityProtected() && !this.part.isAEAD() && !this.part.verify()) {
			throw new BrokenFileException(PgpMessage.DAMAGED);
		}
		this.ending.prove();
	}

}
