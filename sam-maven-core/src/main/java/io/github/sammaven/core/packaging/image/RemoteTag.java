package io.github.sammaven.core.packaging.image;

/** The tag an image gets in its repository, as SAM CLI makes it: from its name, its id and its tag. */
final class RemoteTag {

    private static final int ID_DIGITS = 12;
    private static final String LATEST = "latest";

    /** OCI reference grammar. */
    private static final int LONGEST = 128;

    private RemoteTag() {}

    /** Of an image that came from an archive, or that is known by its id alone. */
    static String ofResource(String functionId, String imageId) {
        return make(functionId, imageId, LATEST);
    }

    /** @param localName name of an image, with or without a registry, tag or digest */
    static String ofName(String localName, String imageId) {
        int digest = localName.indexOf('@');
        String named = digest < 0 ? localName : localName.substring(0, digest);
        // A colon before a slash is the port of a registry.
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        String path = colon < 0 ? named : named.substring(0, colon);
        return make(withoutRegistry(path), imageId, colon < 0 ? LATEST : named.substring(colon + 1));
    }

    private static String withoutRegistry(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? "" : path.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        return registry ? path.substring(slash + 1) : path;
    }

    /** A tag has no slashes, and the id is what must not be cut. */
    private static String make(String name, String imageId, String tag) {
        String id = imageId.substring(imageId.indexOf(':') + 1);
        String end = "-" + id.substring(0, Math.min(ID_DIGITS, id.length())) + "-" + tag;
        String start = name.replace('/', '-');
        String whole = start.substring(0, Math.min(start.length(), Math.max(1, LONGEST - end.length()))) + end;
        return whole.substring(0, Math.min(whole.length(), LONGEST));
    }
}
