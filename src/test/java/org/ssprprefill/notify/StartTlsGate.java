package org.ssprprefill.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLSocket;

import org.ssprprefill.graph.TestAuthority;

/**
 * Offers {@code STARTTLS} in front of a mail server that knows no such thing: it answers
 * until TLS is agreed on, and then hands every byte on.
 */
final class StartTlsGate implements AutoCloseable {

	private final ServerSocket door;

	private final int server;

	private final List<String> heardInClear = new CopyOnWriteArrayList<>();

	StartTlsGate(int server) {
		this.server = server;
		try {
			this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::welcome);
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// One of the two has hung up, which is how a conversation ends
				return;
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	private void welcome() throws IOException {
		while (true) {
			Socket client = this.door.accept();
			start(() -> talk(client));
		}
	}

	private void talk(Socket client) throws IOException {
		try (client; Socket behind = new Socket(InetAddress.getLoopbackAddress(), this.server)) {
			agree(client);
			SSLSocket encrypted = (SSLSocket) TestAuthority.server()
				.getSocketFactory()
				.createSocket(client, null, client.getPort(), false);
			encrypted.setUseClientMode(false);
			encrypted.startHandshake();
			// The greeting was given before
			line(behind.getInputStream());
			start(() -> encrypted.getInputStream().transferTo(behind.getOutputStream()));
			behind.getInputStream().transferTo(encrypted.getOutputStream());
		}
	}

	private void agree(Socket client) throws IOException {
		OutputStream out = client.getOutputStream();
		say(out, "220 localhost ESMTP");
		String command = "";
		while (!command.equals("STARTTLS")) {
			command = line(client.getInputStream());
			this.heardInClear.add(command);
			say(out, command.startsWith("EHLO") ? "250-localhost\r\n250 STARTTLS"
					: command.equals("STARTTLS") ? "220 Go ahead" : "530 STARTTLS first");
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	/** Reads no byte beyond the line: the next ones may be encrypted. */
	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("Hung up");
			}
			line.append((char) next);
		}
		return line.toString().strip();
	}

	/** Something that ends with its connection. */
	private interface Work {

		void run() throws IOException;

	}

	int port() {
		return this.door.getLocalPort();
	}

	/** The commands that came before the encryption. */
	List<String> heardInClear() {
		return List.copyOf(this.heardInClear);
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

}
