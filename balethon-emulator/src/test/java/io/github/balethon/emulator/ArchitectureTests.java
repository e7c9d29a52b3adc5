package io.github.balethon.emulator;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * Verifies the dependencies between the packages of the emulator.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.balethon.emulator";

	private final JavaClasses classes = new ClassFileImporter()
		.importUrl(BaleEmulator.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void httpDoesNotDependOnOtherPackages() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".http..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT + "..")
				.and(JavaClass.Predicates.resideOutsideOfPackage(ROOT + ".http..")))
			.check(this.classes);
	}

	@Test
	void publicMethodsDoNotExposeInternalTypes() {
		DescribedPredicate<JavaClass> internal = JavaClass.Predicates.resideInAPackage(ROOT + ".*..");
		ArchRuleDefinition.noMethods()
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

}
