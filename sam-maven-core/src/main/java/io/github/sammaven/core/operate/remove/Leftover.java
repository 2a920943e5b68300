package io.github.sammaven.core.operate.remove;

/** What packaging has put somewhere for a stack, and what stays there when the stack is gone. */
sealed interface Leftover {

    /** As people write it: {@code s3://bucket/key}, or the address of an image. */
    String shown();

    /** How templates name it. */
    Mention mention();

    /** An object in a bucket, with all of its versions. */
    record StoredObject(String bucket, String key) implements Leftover {

        @Override
        public String shown() {
            return "s3://" + bucket + "/" + key;
        }

        @Override
        public Mention mention() {
            int slash = key.lastIndexOf('/');
            String before = slash < 0 ? bucket : key.substring(0, slash);
            return new Mention(key.substring(slash + 1), '/', before);
        }
    }

    /**
     * An image in a repository.
     *
     * @param account owner of the repository, twelve digits
     * @param name tag, or a digest that begins with {@code sha256:}
     */
    record StoredImage(String account, String repository, String name) implements Leftover {

        boolean isDigest() {
            return name.startsWith("sha256:");
        }

        @Override
        public String shown() {
            return repository + (isDigest() ? "@" : ":") + name;
        }

        @Override
        public Mention mention() {
            return isDigest()
                    ? new Mention(name.substring(name.indexOf(':') + 1), ':', "sha256")
                    : new Mention(name, ':', repository);
        }
    }

    /** A repository of the companion stack, with all of its images. */
    record StoredRepository(String name) implements Leftover {

        @Override
        public String shown() {
            return name;
        }

        @Override
        public Mention mention() {
            int slash = name.lastIndexOf('/');
            return new Mention(name.substring(slash + 1), '/', name.substring(0, Math.max(0, slash)));
        }
    }
}
