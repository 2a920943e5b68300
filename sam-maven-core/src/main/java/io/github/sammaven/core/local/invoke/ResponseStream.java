package io.github.sammaven.core.local.invoke;

/**
 * Takes an answer that a function streams, part by part as it comes. Nothing arrives here of an answer that is sent as a
 * whole: that is in the {@link InvocationResult}. As in Lambda, handlers of Node.js and custom runtimes stream; what a
 * Java or Python handler writes, a {@code RequestStreamHandler} too, is sent as a whole.
 */
public interface ResponseStream {

    /**
     * The answer begins. Called once, before the first part.
     *
     * @param contentType as the runtime gave it
     */
    void begin(String contentType);

    /**
     * Takes the next bytes. The function waits while this method does.
     *
     * @param bytes not to be changed afterwards
     */
    void part(byte[] bytes);
}
