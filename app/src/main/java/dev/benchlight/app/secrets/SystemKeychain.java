package dev.benchlight.app.secrets;

import com.microsoft.credentialstorage.SecretStore;
import com.microsoft.credentialstorage.StorageProvider;
import com.microsoft.credentialstorage.model.StoredToken;
import com.microsoft.credentialstorage.model.StoredTokenType;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Windows Credential Manager, macOS Keychain, or the Secret Service of Linux by libsecret. What is
/// missing is found out with the first use, which takes the time to load native code.
final class SystemKeychain implements Keychain {
    private static final Logger LIBRARY = Logger.getLogger("com.microsoft.credentialstorage");

    /// Long enough for a person to unlock it.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public Optional<String> get(String name) throws IOException {
        return call(() -> {
            StoredToken found = store().get(name);
            return Optional.ofNullable(found).map(token -> new String(token.getValue()));
        });
    }

    @Override
    public void put(String name, String value) throws IOException {
        boolean kept =
                call(() ->
                        store().add(
                                        name,
                                        new StoredToken(
                                                value.toCharArray(), StoredTokenType.PERSONAL)));
        if (!kept) {
            throw new IOException("it takes no secret");
        }
    }

    private static SecretStore<StoredToken> store() throws IOException {
        // Held, since a logger that nobody holds forgets its level. It tells of each missing
        // library
        // with a stack trace; that there is no keychain is said once, by us.
        LIBRARY.setLevel(Level.OFF);
        // Else a keychain of Linux that is locked is passed over, and nobody is asked to unlock it.
        System.setProperty("AUTH_LIB_ALLOW_UNLOCK_DEFAULT_COLLECTION", "true");
        SecretStore<StoredToken> store =
                StorageProvider.getTokenStorage(true, StorageProvider.SecureOption.REQUIRED);
        if (store == null) {
            throw new IOException("there is none, or it stays locked");
        }
        return store;
    }

    /// On a thread of its own: native code cannot be interrupted.
    private static <T> T call(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("keychain").start(task);
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("it does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was not waited for", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            // Of a native library that is not there, or a service that went away.
            throw new IOException(String.valueOf(cause == null ? e : cause.getMessage()), e);
        }
    }
}
