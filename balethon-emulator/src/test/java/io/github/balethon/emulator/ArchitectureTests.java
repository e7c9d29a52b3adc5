package io.github.balethon.emulator;

import java.util.Arrays;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.balethon.emulator.server.NetworkState;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Verifies the dependencies between the packages and the classes of the emulator.
 */
// One instance, as reading the classes takes longer than checking them.
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTests {

	private static final String ROOT = "io.github.balethon.emulator";

	private final JavaClasses classes = new ClassFileImporter()
		.importUrl(BaleEmulator.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void packagesAreLayered() {
		Architectures.layeredArchitecture()
			.consideringOnlyDependenciesInLayers()
			.layer("api")
			.definedBy(ROOT)
			.layer("server")
			.definedBy(ROOT + ".server..")
			.layer("control")
			.definedBy(ROOT + ".control..")
			.layer("botapi")
			.definedBy(ROOT + ".botapi..")
			.layer("world")
			.definedBy(ROOT + ".world..")
			.layer("http")
			.definedBy(ROOT + ".http..")
			.whereLayer("api")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("server")
			.mayOnlyBeAccessedByLayers("api")
			.whereLayer("control")
			.mayOnlyBeAccessedByLayers("api", "server")
			.whereLayer("botapi")
			.mayOnlyBeAccessedByLayers("api", "server", "control")
			.whereLayer("world")
			.mayOnlyBeAccessedByLayers("api", "server", "control", "botapi")
			.check(this.classes);
	}

	@Test
	void packagesAreFreeOfCycles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	/**
	 * Classes of the internal packages are free of cycles. The public types are not: a
	 * person joins a group, and a group has members.
	 */
	@Test
	void internalClassesAreFreeOfCycles() {
		SlicesRuleDefinition.slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void publicMethodsDoNotExposeInternalTypes() {
		DescribedPredicate<JavaClass> internal = JavaClass.Predicates.resideInAPackage(ROOT + ".*..");
		ArchRuleDefinition.noCodeUnits()
			.that()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.resideInAPackage(ROOT)
			.should()
			.haveRawReturnType(internal)
			.orShould()
			.haveRawParameterTypes(DescribedPredicate.anyElementThat(internal))
			.check(this.classes);
	}

	@Test
	void publicEnumsMatchTheirInternalCounterparts() {
		assertThat(names(Quirk.values())).isEqualTo(names(BaleQuirk.values()));
		assertThat(names(Network.values())).isEqualTo(names(NetworkState.values()));
		assertThat(names(Payment.Status.values())).isEqualTo(names(Transaction.Status.values()));
	}

	private static List<String> names(Enum<?>... constants) {
		return Arrays.stream(constants).map(Enum::name).toList();
	}

	/**
	 * Assigns each class of an internal package, with its nested classes, to a slice of
	 * its own.
	 */
	private static final class TopLevelClasses implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			if (!type.getPackageName().startsWith(ROOT + ".")) {
				return SliceIdentifier.ignore();
			}
			JavaClass outer = type;
			while (outer.getEnclosingClass().isPresent()) {
				outer = outer.getEnclosingClass().get();
			}
			return SliceIdentifier.of(outer.getName());
		}

		@Override
		public String getDescription() {
			return "top-level classes of the internal packages";
		}

	}

}
