# Takes mail (port 2525) and metrics (port 4318) on the loopback and keeps each in a file of the folder named.
import http.server
import os
import socketserver
import sys
import threading

folder = sys.argv[1]
lock = threading.Lock()
counts = {"mail": 0, "metrics": 0}


def keep(kind, content):
    with lock:
        counts[kind] += 1
        with open(os.path.join(folder, "%s-%d" % (kind, counts[kind])), "wb") as file:
            file.write(content)


class Mail(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink ESMTP")
        for line in iter(self.rfile.readline, b""):
            command = line[:4].upper()
            if command == b"DATA":
                self.say("354 Go on")
                keep("mail", b"".join(iter(self.rfile.readline, b".\r\n")))
            self.say("221 Bye" if command == b"QUIT" else "250 OK")
            if command == b"QUIT":
                return


class Metrics(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        keep("metrics", self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *arguments):
        pass


class MailServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


mail = MailServer(("127.0.0.1", 2525), Mail)
metrics = http.server.ThreadingHTTPServer(("127.0.0.1", 4318), Metrics)
threading.Thread(target=metrics.serve_forever, daemon=True).start()
open(os.path.join(folder, "ready"), "w").close()
mail.serve_forever()
