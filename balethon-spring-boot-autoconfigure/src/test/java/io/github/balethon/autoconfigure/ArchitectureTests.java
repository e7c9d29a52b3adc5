package io.github.balethon.autoconfigure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Structure of the auto-configuration.
 */
// One instance, as reading the classes takes longer than checking them.
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter()
		.importUrl(BaleAutoConfiguration.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void classesAreFreeOfCircles() {
		SlicesRuleDefinition.slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void onlyTheConfigurationOfLongPollingKnowsLongPolling() {
		ArchRuleDefinition.noClasses()
			.that()
			.doNotHaveSimpleName("LongPollingConfiguration")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(LongPolling.class)
			.orShould()
			.dependOnClassesThat()
			.areAssignableTo(PollingState.class)
			.check(this.classes);
	}

	private static final class TopLevelClasses implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return type.getPackageName().equals(BaleAutoConfiguration.class.getPackageName())
					? SliceIdentifier.of(topLevel(type)) : SliceIdentifier.ignore();
		}

		@Override
		public String getDescription() {
			return "top-level classes";
		}

		private static String topLevel(JavaClass type) {
			return type.getEnclosingClass().map(TopLevelClasses::topLevel).orElse(type.getSimpleName());
		}

	}

}
