package org.ssprprefill.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what the compiled program says with the texts. */
class MessageCodesTests {

	private static final String MESSAGE = "org/ssprprefill/message/Message";

	private static final Pattern PLACE = Pattern.compile("\\{\\d}");

	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("message.messages", Locale.ROOT);

	private static final Said SAID = new Said();

	@BeforeAll
	static void readTheProgram() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("target/classes/org/ssprprefill"))) {
			files.filter((file) -> file.toString().endsWith(".class") && !file.endsWith("Message.class"))
				.forEach(SAID::read);
		}
	}

	@Test
	void everyMessageHasItsTextWithAPlaceForEachArgument() {
		assertThat(SAID.calls).hasSizeGreaterThan(80).allSatisfy((call) -> {
			assertThat(call.code()).as(call.where() + ": the code is no literal").isPresent();
			String code = call.code().orElseThrow();
			assertThat(TEXTS.containsKey(code)).as(call.where() + ": no text for " + code).isTrue();
			assertThat(PLACE.matcher(TEXTS.getString(code)).results().map(MatchResult::group).distinct().count())
				.as(call.where() + ": " + code)
				.isEqualTo(call.arguments());
		});
	}

	@Test
	void everyTextIsSaidSomewhere() {
		Set<String> unsaid = new TreeSet<>(TEXTS.keySet());
		unsaid.removeAll(SAID.literals);
		assertThat(unsaid).isEmpty();
	}

	/**
	 * A message that is made.
	 *
	 * @param where the class
	 * @param code its literal code
	 * @param arguments how many it gets
	 */
	private record Call(String where, Optional<String> code, int arguments) {
	}

	/** What classes say: a literal right before the array of its arguments. */
	private static final class Said extends ClassVisitor {

		private final List<Call> calls = new ArrayList<>();

		private final Set<String> literals = new TreeSet<>();

		private String where = "";

		Said() {
			super(SpringAsmInfo.ASM_VERSION);
		}

		void read(Path file) {
			try {
				this.where = file.getFileName().toString();
				new ClassReader(Files.readAllBytes(file)).accept(this, ClassReader.SKIP_DEBUG);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
				String[] exceptions) {
			return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {

				private final Deque<Call> open = new ArrayDeque<>();

				private Optional<String> literal = Optional.empty();

				private int size;

				@Override
				public void visitLdcInsn(Object value) {
					this.literal = Optional.of(value.toString());
					Said.this.literals.add(value.toString());
				}

				@Override
				public void visitInsn(int opcode) {
					this.size = opcode - Opcodes.ICONST_0;
				}

				@Override
				public void visitIntInsn(int opcode, int operand) {
					this.size = operand;
				}

				@Override
				public void visitTypeInsn(int opcode, String type) {
					if (opcode == Opcodes.ANEWARRAY && type.equals("java/lang/Object")) {
						this.open.push(new Call(Said.this.where, this.literal, this.size));
					}
					this.literal = Optional.empty();
				}

				@Override
				public void visitMethodInsn(int opcode, String owner, String name, String descriptor,
						boolean isInterface) {
					this.literal = Optional.empty();
					if (descriptor.contains("[Ljava/lang/Object;)") && !this.open.isEmpty()) {
						Call call = this.open.pop();
						if (owner.equals(MESSAGE) && (name.equals("of") || name.equals("then"))) {
							Said.this.calls.add(call);
						}
					}
				}

				@Override
				public void visitVarInsn(int opcode, int variable) {
					this.literal = Optional.empty();
				}

				@Override
				public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
					this.literal = Optional.empty();
				}

				@Override
				public void visitLabel(Label label) {
					// Two ways meet here, perhaps with a literal each
					this.literal = Optional.empty();
				}

			};
		}

	}

}
