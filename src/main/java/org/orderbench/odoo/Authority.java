package org.orderbench.odoo;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;

/**
 * The certificate of a company's own certificate authority, which somebody decided to trust beside those of the system. Only certificates that it signed, or
 * itself, are trusted thereby; names and dates are checked as ever.
 */
public record Authority(X509Certificate certificate) {

    /**
     * Reads one certificate, as text (PEM) or bytes (DER).
     *
     * @throws IllegalArgumentException with words for the user if it is none, several, or not one of an authority
     */
    public static Authority parse(byte[] file) {
        try {
            Collection<? extends java.security.cert.Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file));
            if (found.size() != 1 || !(found.iterator().next() instanceof X509Certificate certificate)) {
                throw new IllegalArgumentException("The file holds " + found.size() + " certificates. Give the one certificate of your company's certificate authority (its root).");
            }
            if (certificate.getBasicConstraints() < 0 && !certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                throw new IllegalArgumentException("This is a server's certificate (" + name(certificate) + "), not an authority's. Ask IT for the certificate of the authority that signed it: "
                        + Words.plain(certificate.getIssuerX500Principal().getName()) + ".");
            }
            return new Authority(certificate);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The file is not a certificate (PEM or DER). Ask IT for the certificate of your company's certificate authority.", e);
        }
    }

    /** Whom it names, in one line. */
    public String name() {
        return name(certificate);
    }

    private static String name(X509Certificate certificate) {
        return Words.plain(certificate.getSubjectX500Principal().getName());
    }

    /** SHA-256 of the certificate, in capitals with colons, as browsers and IT departments write it. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Instant validUntil() {
        return certificate.getNotAfter().toInstant();
    }
}
