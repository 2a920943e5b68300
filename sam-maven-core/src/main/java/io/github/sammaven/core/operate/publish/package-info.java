/**
 * Publishes an application to the Serverless Application Repository.
 * Everything the service would refuse is found before the first call.
 */
@NullMarked
package io.github.sammaven.core.operate.publish;

import org.jspecify.annotations.NullMarked;
