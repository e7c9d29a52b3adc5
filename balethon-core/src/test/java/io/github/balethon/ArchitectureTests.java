package io.github.balethon;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleOperations;
import io.github.balethon.handler.BaleContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Holds the floors of the house: imports go down only.
 */
// One instance, as reading the classes takes longer than checking them.
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTests {

	private static final String ROOT = "io.github.balethon";

	// The packages that applications import from.
	private static final String[] API = { ROOT + ".annotation", ROOT + ".handler", ROOT + ".access", ROOT + ".callback",
			ROOT + ".conversation", ROOT + ".client..", ROOT + ".method..", ROOT + ".model..", ROOT + ".value" };

	private static final Set<String> STARTING = Set.of("start", "execute", "submit", "schedule", "scheduleAtFixedRate",
			"scheduleWithFixedDelay");

	// The packages whose classes do not refer to each other in circles.
	private static final List<String> WITHOUT_CIRCLES = List.of("access", "annotation", "bot", "callback",
			"callback.internal", "client", "conversation", "dispatch", "handler", "handler.internal", "inbox",
			"inbox.jdbc", "inbox.memory", "method", "model", "source", "value");

	// References that close a circle by design: to what a type creates, or is a view of.
	private static final List<Reference> BY_DESIGN = List.of(
			new Reference(ROOT + ".client.BaleClient", ROOT + ".client.BaleClientBuilder"),
			new Reference(ROOT + ".client.BaleClient", ROOT + ".client.BlockingBaleClient"),
			new Reference(ROOT + ".client.BlockingBaleClient", ROOT + ".client.DefaultBlockingBaleClient"),
			// The documentation of an observation refers to its default convention.
			new Reference(ROOT + ".client.BaleClientObservation",
					ROOT + ".client.DefaultBaleClientObservationConvention"),
			new Reference(ROOT + ".dispatch.BaleHandlerObservation",
					ROOT + ".dispatch.DefaultBaleHandlerObservationConvention"),
			new Reference(ROOT + ".dispatch.BaleUpdateObservation",
					ROOT + ".dispatch.DefaultBaleUpdateObservationConvention"),
			new Reference(ROOT + ".model.Message", ROOT + ".model.MessageBuilder"),
			new Reference(ROOT + ".model.Update", ROOT + ".model.UpdateBuilder"));

	// Only this module: the emulator, which the tests use, has the same root package.
	private final JavaClasses classes = new ClassFileImporter()
		.importUrl(BaleClient.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void importsGoDownOnly() {
		Architectures.layeredArchitecture()
			.consideringOnlyDependenciesInLayers()
			.layer("bot")
			.definedBy(ROOT + ".bot..")
			.layer("source")
			.definedBy(ROOT + ".source..")
			.layer("dispatch")
			.definedBy(ROOT + ".dispatch..")
			.layer("inbox")
			.definedBy(ROOT + ".inbox..")
			.layer("access")
			.definedBy(ROOT + ".access..")
			.layer("callback")
			.definedBy(ROOT + ".callback..")
			.layer("handler")
			.definedBy(ROOT + ".handler..")
			.layer("conversation")
			.definedBy(ROOT + ".conversation..")
			.layer("value")
			.definedBy(ROOT + ".value..")
			.layer("annotation")
			.definedBy(ROOT + ".annotation..")
			.layer("client")
			.definedBy(ROOT + ".client..")
			.layer("method")
			.definedBy(ROOT + ".method..")
			.layer("model")
			.definedBy(ROOT + ".model..")
			.whereLayer("bot")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("source")
			.mayOnlyBeAccessedByLayers("bot")
			.whereLayer("dispatch")
			.mayOnlyBeAccessedByLayers("bot", "source")
			.whereLayer("inbox")
			.mayOnlyBeAccessedByLayers("bot", "source", "dispatch")
			.whereLayer("access")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("callback")
			.mayOnlyBeAccessedByLayers("access", "inbox")
			.whereLayer("handler")
			.mayOnlyBeAccessedByLayers("bot", "source", "dispatch", "inbox", "access", "callback")
			.whereLayer("conversation")
			.mayOnlyBeAccessedByLayers("bot", "source", "dispatch", "inbox", "access", "callback", "handler")
			.whereLayer("value")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("annotation")
			.mayOnlyBeAccessedByLayers("value", "bot", "source", "dispatch", "inbox", "access", "callback", "handler",
					"conversation")
			.whereLayer("client")
			.mayOnlyBeAccessedByLayers("bot", "source", "dispatch", "inbox", "access", "callback", "handler",
					"conversation")
			.whereLayer("method")
			.mayOnlyBeAccessedByLayers("bot", "source", "dispatch", "inbox", "access", "callback", "handler",
					"conversation", "client")
			.check(this.classes);
	}

	@Test
	void packagesAreFreeOfCircles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@ParameterizedTest
	@FieldSource("WITHOUT_CIRCLES")
	void classesOfAPackageAreFreeOfCircles(String name) {
		SliceRule rule = SlicesRuleDefinition.slices()
			.assignedFrom(new ClassesOf(ROOT + "." + name))
			.should()
			.beFreeOfCycles();
		for (Reference reference : BY_DESIGN) {
			rule = rule.ignoreDependency(reference.fromClass(), reference.toClass());
		}
		rule.check(this.classes);
	}

	@Test
	void publicApiDoesNotDependOnInternalPackages() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(API)
			.should()
			.dependOnClassesThat()
			// Not ROOT.internal, whose helpers every package may use in its
			// implementation.
			.resideInAPackage(ROOT + ".*.internal..")
			.check(this.classes);
	}

	@Test
	void inboxContractKnowsNoStore() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".inbox")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".inbox.*..")
			.check(this.classes);
	}

	@Test
	void publicMethodsDoNotExposeInternalTypes() {
		DescribedPredicate<JavaClass> internal = JavaClass.Predicates.resideInAPackage(ROOT + "..internal..");
		ArchRuleDefinition.noMethods()
			.that()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.resideOutsideOfPackage(ROOT + "..internal..")
			.should()
			.haveRawReturnType(internal)
			.orShould()
			.haveRawParameterTypes(DescribedPredicate.anyElementThat(internal))
			.check(this.classes);
	}

	@Test
	void storesOfTheInboxDoNotKnowEachOther() {
		SlicesRuleDefinition.slices()
			.matching(ROOT + ".inbox.(*)..")
			.should()
			.notDependOnEachOther()
			.check(this.classes);
	}

	@Test
	void dispatchAndSourceKnowOnlyTheContractOfTheInbox() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".inbox.*..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".inbox.*..")
			.check(this.classes);
	}

	@Test
	void coreKnowsNeitherBootNorTheSecondJackson() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot..", "com.fasterxml.jackson.databind..",
					"com.fasterxml.jackson.core..", "io.github.balethon.emulator..")
			.check(this.classes);
	}

	@Test
	void onlyTheBlockingViewAndTheSourceWaitForAResult() {
		ArchRuleDefinition.noClasses()
			.that()
			.doNotHaveSimpleName("DefaultBlockingBaleClient")
			.and()
			.doNotHaveSimpleName("HttpTransport")
			.and()
			.resideOutsideOfPackage(ROOT + ".source..")
			.should()
			.callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameStartingWith("block"))
				.and(JavaCall.Predicates
					.target(HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(Mono.class)
						.or(JavaClass.Predicates.assignableTo(Flux.class))))))
			.check(this.classes);
	}

	@Test
	void nothingStartsInAConstructor() {
		ArchRuleDefinition.noClasses()
			.should()
			.callMethodWhere(DescribedPredicate.describe("a constructor starts a thread or task",
					(call) -> call.getOrigin().isConstructor() && !call.isDeclaredInLambda()
							&& (call.getTargetOwner().isAssignableTo(Thread.class)
									|| call.getTargetOwner().isAssignableTo(Executor.class))
							&& STARTING.contains(call.getName())))
			.check(this.classes);
	}

	@Test
	void reactiveCallsMustNotBeDropped() {
		ArchRuleDefinition.methods()
			.that()
			.haveRawReturnType(Mono.class)
			.and()
			.areDeclaredInClassesThat(
					JavaClass.Predicates.INTERFACES.and(JavaClass.Predicates.assignableTo(BaleOperations.class)))
			.or()
			.areDeclaredIn(BaleContext.class)
			.and()
			.haveRawReturnType(Mono.class)
			.should()
			.beAnnotatedWith(CheckReturnValue.class)
			.check(this.classes);
	}

	@Test
	void everyPackageSaysWhatLivesInIt() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage(ROOT + "..")
			.should()
			.resideInAnyPackage(this.classes.stream()
				.filter((type) -> type.getSimpleName().equals("package-info"))
				.map((type) -> type.getPackageName())
				.toArray(String[]::new))
			.check(this.classes);
	}

	/**
	 * Reference between two classes.
	 */
	private record Reference(String from, String to) {

		DescribedPredicate<HasName> fromClass() {
			return topLevelOrNested(this.from);
		}

		DescribedPredicate<HasName> toClass() {
			return topLevelOrNested(this.to);
		}

		private static DescribedPredicate<HasName> topLevelOrNested(String name) {
			return HasName.Predicates.nameMatching(Pattern.quote(name) + "(\\$.*)?");
		}

	}

	/**
	 * One slice for each top-level class of a package.
	 */
	private record ClassesOf(String packageName) implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			boolean inside = type.getPackageName().equals(this.packageName);
			return inside ? SliceIdentifier.of(topLevel(type)) : SliceIdentifier.ignore();
		}

		@Override
		public String getDescription() {
			return "classes of " + this.packageName;
		}

		private static String topLevel(JavaClass type) {
			return type.getEnclosingClass().map(ClassesOf::topLevel).orElse(type.getSimpleName());
		}

	}

}
