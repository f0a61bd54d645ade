package org.ssprprefill.cli;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.SocketFactory;

import org.ssprprefill.cli.Life.Moment;

/**
 * Sockets to PostgreSQL that end with a {@link Life}. The driver makes them by name, from
 * the parameters of its URL.
 */
public final class MortalSockets extends SocketFactory {

	private static final String COMMIT = "COMMIT\0";

	private final Life life;

	/**
	 * Made by the driver.
	 * @param life the life's id
	 */
	public MortalSockets(String life) {
		this.life = Life.of(life);
	}

	@Override
	public Socket createSocket() throws IOException {
		MortalSocket socket = new MortalSocket();
		this.life.opened(socket);
		return socket;
	}

	@Override
	public Socket createSocket(String host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
		throw new UnsupportedOperationException();
	}

	private static boolean contains(byte[] bytes, int from, int length) {
		return new String(bytes, from, length, StandardCharsets.ISO_8859_1).contains(COMMIT);
	}

	/** Counts what is said through it. */
	private final class MortalSocket extends Socket {

		private boolean asked;

		@Override
		public OutputStream getOutputStream() throws IOException {
			return new FilterOutputStream(super.getOutputStream()) {

				@Override
				public void write(byte[] bytes, int from, int length) throws IOException {
					if (MortalSockets.this.life.isDead() && bytes[from] == 'X') {
						// The driver takes leave in threads where an error would be a
						// nuisance
						return;
					}
					MortalSocket.this.asked = true;
					MortalSockets.this.life.meet(Moment.BEFORE_STATEMENT);
					if (contains(bytes, from, length)) {
						MortalSockets.this.life.meet(Moment.BEFORE_COMMIT);
					}
					this.out.write(bytes, from, length);
				}

			};
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return new FilterInputStream(super.getInputStream()) {

				@Override
				public int read(byte[] bytes, int from, int length) throws IOException {
					int read = super.read(bytes, from, length);
					if (MortalSocket.this.asked) {
						MortalSocket.this.asked = false;
						MortalSockets.this.life.meet(Moment.AFTER_STATEMENT);
					}
					if (read > 0 && contains(bytes, from, read)) {
						MortalSockets.this.life.meet(Moment.AFTER_COMMIT);
					}
					return read;
				}

			};
		}

	}

}
