package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import io.github.sammaven.core.problem.SamException;
import java.net.URI;

/** Puts questions to an engine, and what goes wrong with them into words. */
public final class DockerTalk {

    private final URI address;
    private final String wayOut;

    /** @param wayOut what to do when nobody answers, besides starting the engine or naming another; may be empty */
    public DockerTalk(URI address, String wayOut) {
        this.address = address;
        this.wayOut = wayOut;
    }

    /** @throws SamException if the engine refuses, fails or does not answer */
    public <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamException("The wait for the container engine was interrupted", "", e);
        } catch (DockerException | DockerClientException e) {
            throw new SamException("The container engine refuses: " + EngineMessage.of(e), "", e);
        } catch (SamException e) {
            throw e;
        } catch (RuntimeException e) {
            throw EngineMessage.isNoAnswer(e)
                    ? new SamException(
                            "No container engine answers at " + address,
                            "Start it, or name another with DOCKER_HOST" + (wayOut.isEmpty() ? "" : "; " + wayOut),
                            e)
                    : new SamException("The container engine failed: " + EngineMessage.of(e), "", e);
        }
    }

    /** A conversation with the engine. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws InterruptedException;
    }
}
