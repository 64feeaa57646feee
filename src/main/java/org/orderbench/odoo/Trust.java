package org.orderbench.odoo;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts what the system trusts, and besides it what the given authorities signed. The host's name is checked either way. */
final class Trust extends X509ExtendedTrustManager {

    /** One check, in one of the three forms that the interface asks for. */
    private interface Check {
        void by(X509ExtendedTrustManager manager) throws CertificateException;
    }

    private final X509ExtendedTrustManager system;
    private final X509ExtendedTrustManager own;

    private Trust(X509ExtendedTrustManager system, X509ExtendedTrustManager own) {
        this.system = system;
        this.own = own;
    }

    static SSLContext with(List<Authority> authorities) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Authority authority : authorities) {
                store.setCertificateEntry(authority.fingerprint(), authority.certificate());
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trust(manager(null), manager(store))}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java cannot check certificates", e);
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("no trust manager for X.509");
    }

    /** What the system said counts where neither trusts: it names the server's own mistakes, such as a wrong name. */
    private void either(Check check) throws CertificateException {
        try {
            check.by(system);
        } catch (CertificateException bySystem) {
            try {
                check.by(own);
            } catch (CertificateException byOwn) {
                bySystem.addSuppressed(byOwn);
                throw bySystem;
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        either(manager -> manager.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        either(manager -> manager.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        either(manager -> manager.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        throw new CertificateException("Orderbench is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        throw new CertificateException("Orderbench is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("Orderbench is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return Stream.of(system, own).flatMap(manager -> Stream.of(manager.getAcceptedIssuers())).toArray(X509Certificate[]::new);
    }
}
