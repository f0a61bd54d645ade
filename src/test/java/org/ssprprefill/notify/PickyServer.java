package org.ssprprefill.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server for one conversation, which knows one of the recipients only. */
final class PickyServer implements AutoCloseable {

	private final ServerSocket door;

	private final String known;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	PickyServer(String known) {
		this.known = known;
		try {
			this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::talk);
		thread.setDaemon(true);
		thread.start();
	}

	private void talk() {
		try (Socket client = this.door.accept();
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
			say(client.getOutputStream(), "220 localhost");
			boolean data = false;
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				this.lines.add(line);
				data = data ? !line.equals(".") : line.equals("DATA");
				if (!data || line.equals("DATA")) {
					say(client.getOutputStream(), answer(line));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String answer(String line) {
		if (line.equals("DATA")) {
			return "354 Go ahead";
		}
		return line.startsWith("RCPT") && !line.contains(this.known) ? "550 No such user" : "250 Fine";
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	int port() {
		return this.door.getLocalPort();
	}

	/** What it was told, mails included. */
	List<String> lines() {
		return List.copyOf(this.lines);
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

}
