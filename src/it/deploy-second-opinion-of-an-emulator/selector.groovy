import io.github.sammaven.core.deploy.MotoServer

// Asked for by -Pmoto, and only where moto_server is on the PATH; otherwise reported as skipped.
return motoServer == 'true' && MotoServer.isInstalled()
