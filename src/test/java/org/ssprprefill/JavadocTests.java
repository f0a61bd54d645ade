package org.ssprprefill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ssprprefill.Sources.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Every type says what it is, and every public method what it does. */
class JavadocTests {

	@Test
	void typesAndPublicMethodsAreDescribed() throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT,
				StandardCharsets.UTF_8)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(Sources.program().stream().map(SourceFile::path).toList()));
			Scan scan = new Scan(DocTrees.instance(task));
			for (CompilationUnitTree unit : task.parse()) {
				scan.scan(unit, null);
			}
			assertThat(scan.seen).isGreaterThan(800);
			assertThat(scan.silent).isEmpty();
		}
	}

	/** Walks through the sources and gathers what has no comment. */
	private static final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {

		private final DocTrees trees;

		private final List<String> silent = new ArrayList<>();

		private int seen;

		private Scan(DocTrees trees) {
			this.trees = trees;
		}

		@Override
		public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
			if (isMember(getCurrentPath())) {
				expectComment(type.getSimpleName().toString());
			}
			return super.visitClass(type, nothing);
		}

		@Override
		public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
			if (isShown(getCurrentPath()) && !isOverride(method) && !isCompactConstructor(method)) {
				expectComment(method.getName().toString());
			}
			return super.visitMethod(method, nothing);
		}

		private void expectComment(String name) {
			this.seen++;
			if (this.trees.getDocComment(getCurrentPath()) == null) {
				this.silent.add(getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + name);
			}
		}

		/** Not a class inside a method, nor the body of a constant. */
		private static boolean isMember(TreePath path) {
			Tree parent = path.getParentPath().getLeaf();
			return parent instanceof CompilationUnitTree || parent instanceof ClassTree;
		}

		/** Public, and so is everything around it. */
		private static boolean isShown(TreePath path) {
			Tree leaf = path.getLeaf();
			if (leaf instanceof CompilationUnitTree) {
				return true;
			}
			TreePath outside = path.getParentPath();
			if (leaf instanceof ClassTree type) {
				return isMember(path) && isPublic(type.getModifiers(), outside.getLeaf()) && isShown(outside);
			}
			return leaf instanceof MethodTree method && isPublic(method.getModifiers(), outside.getLeaf())
					&& isShown(outside);
		}

		private static boolean isPublic(ModifiersTree modifiers, Tree outside) {
			boolean implied = outside.getKind() == Tree.Kind.INTERFACE
					&& !modifiers.getFlags().contains(Modifier.PRIVATE);
			return implied || modifiers.getFlags().contains(Modifier.PUBLIC);
		}

		private static boolean isOverride(MethodTree method) {
			return method.getModifiers()
				.getAnnotations()
				.stream()
				.anyMatch((annotation) -> annotation.getAnnotationType().toString().equals("Override"));
		}

		/** A compact constructor is described by its record. */
		private static boolean isCompactConstructor(MethodTree method) {
			return method.getReturnType() == null;
		}

	}

}
