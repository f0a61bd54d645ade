package org.ssprprefill.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Sockets that send at once. Without it a JSON batch of more than 8 KiB waits for an
 * acknowledgement of its first part.
 */
final class NoDelaySockets extends SocketFactory {

	private final SocketFactory sockets = SocketFactory.getDefault();

	private static Socket hurried(Socket socket) throws IOException {
		socket.setTcpNoDelay(true);
		return socket;
	}

	@Override
	public Socket createSocket() throws IOException {
		// Else a SOCKS proxy set for all of Java would lead it elsewhere
		return hurried(new Socket(Proxy.NO_PROXY));
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return hurried(this.sockets.createSocket(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return hurried(this.sockets.createSocket(host, port, local, localPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return hurried(this.sockets.createSocket(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		return hurried(this.sockets.createSocket(host, port, local, localPort));
	}

}
