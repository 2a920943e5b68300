package io.github.sammaven.core.packaging;

/** Brings images of this machine to where Lambda takes them from. May be called from several threads. */
@FunctionalInterface
public interface ImagePublisher {

    /**
     * @param functionId of the function, behind the path of its stack
     * @param localImage name and tag, or id, of an image of this machine; or the absolute path of an image archive
     * @return the URI Lambda finds the image at
     */
    String publish(String functionId, String localImage);
}
