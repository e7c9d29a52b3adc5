package io.github.balethon.handler.internal;

import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidHandlerException;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.expression.BeanFactoryResolver;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * Conditions in SpEL, parsed at startup.
 */
final class SpelConditions {

	private final SpelExpressionParser parser = new SpelExpressionParser();

	private final BeanFactoryResolver beans;

	SpelConditions(BeanFactory beanFactory) {
		this.beans = new BeanFactoryResolver(beanFactory);
	}

	BaleCondition parse(String source, String handler) {
		Expression expression;
		try {
			expression = this.parser.parseExpression(source);
		}
		catch (ParseException ex) {
			throw new InvalidHandlerException("Handler %s has an invalid SpEL condition \"%s\": %s.".formatted(handler,
					source, ex.getSimpleMessage()), "Fix the expression near position " + ex.getPosition() + ".");
		}
		return (context) -> Boolean.TRUE.equals(expression.getValue(variables(context), Boolean.class));
	}

	private StandardEvaluationContext variables(BaleContext context) {
		StandardEvaluationContext variables = new StandardEvaluationContext(context);
		variables.setBeanResolver(this.beans);
		variables.setVariable("context", context);
		variables.setVariable("update", context.update());
		variables.setVariable("message", context.message());
		variables.setVariable("text", context.text());
		variables.setVariable("from", context.update().from());
		variables.setVariable("chat", context.update().chat());
		return variables;
	}

}
