package dev.langchain4j.model.chat;

import reactor.core.publisher.Flux;

/**
 * Stands for a type of a library for language models, which is not on the class path.
 */
@FunctionalInterface
public interface StreamingChatModel {

	Flux<String> answer(String question);

}
